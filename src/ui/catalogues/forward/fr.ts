/** French with the texts of the pause before something is passed on. Awaiting native review: docs/forwarding.md. Edit ../fr.json. */
export { fr } from '../../../../build/forward-fr.gen.ts';
