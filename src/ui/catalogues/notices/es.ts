/** Spanish with the texts of notices. Awaiting native review: docs/notices.md. Edit ../es.json. */
export { es } from '../../../../build/notices-es.gen.ts';
