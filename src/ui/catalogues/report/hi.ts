/** Hindi with the texts of the report screen. Awaiting native review: docs/reports.md. Edit ../hi.json. */
export { hi } from '../../../../build/report-hi.gen.ts';
