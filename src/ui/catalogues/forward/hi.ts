/** Hindi with the texts of the pause before something is passed on. Awaiting native review: docs/forwarding.md. Edit ../hi.json. */
export { hi } from '../../../../build/forward-hi.gen.ts';
