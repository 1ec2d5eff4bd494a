/** Indonesian with the texts of notices. Awaiting native review: docs/notices.md. Edit ../id.json. */
export { id } from '../../../../build/notices-id.gen.ts';
