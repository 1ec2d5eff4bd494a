/** French with the texts of notices. Awaiting native review: docs/notices.md. Edit ../fr.json. */
export { fr } from '../../../../build/notices-fr.gen.ts';
