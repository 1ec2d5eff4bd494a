/** Hindi with the texts of notices. Awaiting native review: docs/notices.md. Edit ../hi.json. */
export { hi } from '../../../../build/notices-hi.gen.ts';
