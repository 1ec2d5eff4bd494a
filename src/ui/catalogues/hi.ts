/** Hindi. Awaiting native review: docs/ui.md. Edit hi.json. */
export { hi } from '../../../build/catalogue-hi.gen.ts';
