/** Burmese (Unicode) with the texts of notices. Awaiting native review: docs/notices.md. Edit ../my.json. */
export { my } from '../../../../build/notices-my.gen.ts';
