/** Order of the language head, and of the languages among the network's inputs; `und` is every other language, and has no concepts. */
export const LANGUAGES = [
  'en', 'es', 'pt', 'fr', 'de', 'it', 'id', 'fil', 'tr', 'sw', 'vi', 'hi-Latn', 'ar', 'ur', 'ru', 'hi', 'bn', 'th', 'my', 'ko', 'ja', 'zh', 'und',
] as const;
export type ModelLanguage = (typeof LANGUAGES)[number];

/** Tags of corpus/ and concepts/ that go by another name here. */
const WRITTEN: Readonly<Record<string, ModelLanguage>> = { 'pt-BR': 'pt', 'zh-Hans': 'zh', 'zh-Hant': 'zh' };

/** @param tag of the corpus; `und` where the model does not know the language */
export function languageOf(tag: string): ModelLanguage {
  return WRITTEN[tag] ?? LANGUAGES.find((known) => known === tag) ?? 'und';
}

/** Tags of the corpus that a language has. */
export function tagsOf(language: ModelLanguage): readonly string[] {
  const tags = Object.keys(WRITTEN).filter((tag) => WRITTEN[tag] === language);
  return tags.length > 0 ? tags : language === 'und' ? [] : [language];
}

export const FEATURE_VERSION = 2;
/** Names of the dense inputs, in order. */
export const DENSE = ['length', 'digits', 'capitals', 'link', 'longNumber', 'currency', 'exclamations', 'questions'] as const;
/** Of the form before this one: the trainer that is being rewritten. */
export const SHAPE = { buckets: 1 << 16, dim: 16, dense: 8, hidden: 32, classes: 3 } as const;
/** What a training row is labelled. */
export const CLASSES = ['ham', 'spam', 'scam'] as const;
export type Label = (typeof CLASSES)[number];
