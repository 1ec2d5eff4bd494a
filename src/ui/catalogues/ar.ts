/** Arabic (modern standard), Arabic-Indic digits. Awaiting native review: docs/ui.md. Edit ar.json. */
export { ar } from '../../../build/catalogue-ar.gen.ts';
