/** French. Awaiting native review: docs/ui.md. Edit fr.json. */
export { fr } from '../../../build/catalogue-fr.gen.ts';
