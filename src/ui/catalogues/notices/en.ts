/** English with the texts of notices: facts, one next step, one line on why. Never the name of a crime, a percentage or a judgement. Edit ../en.json. */
export { en } from '../../../../build/notices-en.gen.ts';
