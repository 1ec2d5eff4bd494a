/** English with the texts of the pause before something is passed on. Edit ../en.json. */
export { en } from '../../../../build/forward-en.gen.ts';
