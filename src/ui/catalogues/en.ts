/** English: the source of the others. Reading age about ten: short words, one thought a line, facts and not judgements. Edit en.json. */
export { en } from '../../../build/catalogue-en.gen.ts';
