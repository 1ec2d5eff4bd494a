/** Burmese with the texts of the report screen. Awaiting native review: docs/reports.md. Edit ../my.json. */
export { my } from '../../../../build/report-my.gen.ts';
