/** French with the texts of the report screen. Awaiting native review: docs/reports.md. Edit ../fr.json. */
export { fr } from '../../../../build/report-fr.gen.ts';
