import { SCAM_LANGUAGES, scamLanguage, type ScamLanguage } from '../../src/node/eval/scam-names.ts';
import { CORPUS_LANGUAGES, FAMILIES } from './corpus-languages.ts';

/**
 * Languages with scams and honest texts of their own in the corpus, in the order of the language head and of the network's inputs; `und` is every
 * other language, and has no concepts.
 */
export { SCAM_LANGUAGES as LANGUAGES, scamLanguage as languageOf, type ScamLanguage as Language } from '../../src/node/eval/scam-names.ts';

/** Tags of the corpus that a language has. */
export function tagsOf(language: ScamLanguage): readonly string[] {
  return CORPUS_LANGUAGES.map(({ tag }) => tag).filter((tag) => scamLanguage(tag) === language);
}

/** Order of the model's output. */
export const CLASSES = ['ham', 'spam', ...FAMILIES] as const;
export type Label = 'ham' | 'spam' | 'scam';

/** Names of the columns, in order: scams at all, then groups of families and of honest kinds that read alike. */
export const COLUMNS: readonly (readonly string[])[] = [
  FAMILIES,
  ['account', 'support'], ['parcel'], ['prize', 'gambling'], ['loan', 'advance-fee'], ['government'], ['extortion'], ['investment', 'job'],
  ['romance', 'wrong-number'], ['relative', 'payment', 'marketplace'],
  ['codes', 'anti-fraud', 'warnings'], ['bank', 'operator'], ['delivery', 'invoice'], ['office', 'school', 'formal'], ['promotion'], ['friends', 'chat'],
];

const DENSE_COUNT = 8;
const CONCEPTS = 124;
/** `buckets` and `dense` are the kernel's (assembly/features). Inputs of the network: columns, dense, number of concepts, concepts, language. */
export const SHAPE = {
  buckets: 1 << 16, columns: COLUMNS.length, dense: DENSE_COUNT, concepts: CONCEPTS, classes: CLASSES.length,
  inputs: COLUMNS.length + DENSE_COUNT + 1 + CONCEPTS + SCAM_LANGUAGES.length,
} as const;
/** First input of each part: columns, dense, number of concepts, concepts, language. */
export const PART = { dense: COLUMNS.length, concepts: COLUMNS.length + DENSE_COUNT, languages: COLUMNS.length + DENSE_COUNT + 1 + CONCEPTS } as const;
/**
 * What the network learns from. Not how long a text is, nor its language: in authored texts both say more about who wrote which file than about scams
 * (card, ablations). The kernel gives them, and their weights are 0.
 */
export const isRead = (input: number): boolean => input !== PART.dense && input < PART.languages;
export const FEATURE_VERSION = 5;
/** Names of the dense inputs, in order. */
export const DENSE = ['length', 'digits', 'capitals', 'link', 'longNumber', 'currency', 'exclamations', 'questions'] as const;
