/** Arabic with the texts of the pause before something is passed on. Awaiting native review: docs/forwarding.md. Edit ../ar.json. */
export { ar } from '../../../../build/forward-ar.gen.ts';
