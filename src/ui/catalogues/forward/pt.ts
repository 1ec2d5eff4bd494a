/** Portuguese with the texts of the pause before something is passed on. Awaiting native review: docs/forwarding.md. Edit ../pt.json. */
export { pt } from '../../../../build/forward-pt.gen.ts';
