import { FAMILIES } from './corpus-languages.ts';

/**
 * Languages with scams and honest texts of their own in the corpus, in the order of the language head and of the network's inputs; `und` is every
 * other language, and has no concepts.
 */
export const LANGUAGES = [
  'en', 'es', 'pt', 'fr', 'de', 'it', 'id', 'fil', 'tr', 'sw', 'vi', 'hi-Latn', 'ar', 'ur', 'ru', 'hi', 'bn', 'th', 'my', 'ko', 'ja', 'zh', 'und',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** Tags of corpus/ and concepts/ that go by another name here. */
const WRITTEN: Readonly<Record<string, Language>> = { 'pt-BR': 'pt', 'zh-Hans': 'zh', 'zh-Hant': 'zh' };

/** @param tag of the corpus or of data; `und` where the model does not know the language */
export function languageOf(tag: string): Language {
  return WRITTEN[tag] ?? LANGUAGES.find((known) => known === tag) ?? 'und';
}

/** Tags of the corpus that a language has. */
export function tagsOf(language: Language): readonly string[] {
  const tags = Object.keys(WRITTEN).filter((tag) => WRITTEN[tag] === language);
  return tags.length > 0 ? tags : language === 'und' ? [] : [language];
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
