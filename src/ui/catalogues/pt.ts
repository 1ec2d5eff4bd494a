/** Portuguese. Awaiting native review: docs/ui.md. Edit pt.json. */
export { pt } from '../../../build/catalogue-pt.gen.ts';
