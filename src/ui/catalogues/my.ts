/** Burmese (Unicode). Awaiting native review: docs/ui.md. Edit my.json. */
export { my } from '../../../build/catalogue-my.gen.ts';
