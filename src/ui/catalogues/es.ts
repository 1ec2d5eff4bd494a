/** Spanish. Awaiting native review: docs/ui.md. Edit es.json. */
export { es } from '../../../build/catalogue-es.gen.ts';
