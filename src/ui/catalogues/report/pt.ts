/** Portuguese with the texts of the report screen. Awaiting native review: docs/reports.md. Edit ../pt.json. */
export { pt } from '../../../../build/report-pt.gen.ts';
