import { FAMILIES } from './corpus-languages.ts';

/** Languages with scams and honest texts of their own in the corpus, in the order of the language head; `und`: any other. */
export const LANGUAGES = [
  'en', 'es', 'pt', 'fr', 'de', 'it', 'id', 'fil', 'tr', 'sw', 'vi', 'hi-Latn', 'ar', 'ur', 'ru', 'hi', 'bn', 'th', 'my', 'ko', 'ja', 'zh', 'und',
] as const;
export type Language = (typeof LANGUAGES)[number];

const BY_CORPUS: Readonly<Record<string, Language>> = { 'pt-BR': 'pt', 'zh-Hans': 'zh', 'zh-Hant': 'zh' };

/** @param tag of the corpus, or of a row of data */
export function languageOf(tag: string): Language {
  return BY_CORPUS[tag] ?? (LANGUAGES as readonly string[]).find((lang) => lang === tag) as Language | undefined ?? 'und';
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
  inputs: COLUMNS.length + DENSE_COUNT + 1 + CONCEPTS + LANGUAGES.length,
} as const;
export const FEATURE_VERSION = 2;
/** Names of the dense inputs, in order. */
export const DENSE = ['length', 'digits', 'capitals', 'link', 'longNumber', 'currency', 'exclamations', 'questions'] as const;
