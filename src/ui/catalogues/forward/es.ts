/** Spanish with the texts of the pause before something is passed on. Awaiting native review: docs/forwarding.md. Edit ../es.json. */
export { es } from '../../../../build/forward-es.gen.ts';
