/** German with the texts of the pause before something is passed on. Awaiting native review: docs/forwarding.md. Edit ../de.json. */
export { de } from '../../../../build/forward-de.gen.ts';
