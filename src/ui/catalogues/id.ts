/** Indonesian. Awaiting native review: docs/ui.md. Edit id.json. */
export { id } from '../../../build/catalogue-id.gen.ts';
