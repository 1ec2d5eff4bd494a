/** Indonesian with the texts of the pause before something is passed on. Awaiting native review: docs/forwarding.md. Edit ../id.json. */
export { id } from '../../../../build/forward-id.gen.ts';
