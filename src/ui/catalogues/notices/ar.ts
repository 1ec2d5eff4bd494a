/** Arabic (modern standard), Arabic-Indic digits with the texts of notices. Awaiting native review: docs/notices.md. Edit ../ar.json. */
export { ar } from '../../../../build/notices-ar.gen.ts';
