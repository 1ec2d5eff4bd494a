/** German with the texts of notices. Awaiting native review: docs/notices.md. Edit ../de.json. */
export { de } from '../../../../build/notices-de.gen.ts';
