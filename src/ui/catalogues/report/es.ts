/** Spanish with the texts of the report screen. Awaiting native review: docs/reports.md. Edit ../es.json. */
export { es } from '../../../../build/report-es.gen.ts';
