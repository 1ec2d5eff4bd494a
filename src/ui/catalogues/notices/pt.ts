/** Portuguese with the texts of notices. Awaiting native review: docs/notices.md. Edit ../pt.json. */
export { pt } from '../../../../build/notices-pt.gen.ts';
