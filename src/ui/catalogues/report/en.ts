/** English with the texts of the report screen. Edit ../en.json. */
export { en } from '../../../../build/report-en.gen.ts';
