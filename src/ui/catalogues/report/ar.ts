/** Arabic with the texts of the report screen. Awaiting native review: docs/reports.md. Edit ../ar.json. */
export { ar } from '../../../../build/report-ar.gen.ts';
