/** Indonesian with the texts of the report screen. Awaiting native review: docs/reports.md. Edit ../id.json. */
export { id } from '../../../../build/report-id.gen.ts';
