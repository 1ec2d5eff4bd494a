/** German with the texts of the report screen. Awaiting native review: docs/reports.md. Edit ../de.json. */
export { de } from '../../../../build/report-de.gen.ts';
