/** Burmese with the texts of the pause before something is passed on. Awaiting native review: docs/forwarding.md. Edit ../my.json. */
export { my } from '../../../../build/forward-my.gen.ts';
