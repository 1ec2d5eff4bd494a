/** German. Awaiting native review: docs/ui.md. Edit de.json. */
export { de } from '../../../build/catalogue-de.gen.ts';
