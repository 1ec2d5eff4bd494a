import { HONEST_KINDS, SCAM_FAMILIES } from '../../src/node/eval/scam-names.ts';

/** In the order of `models/scam/families.md`. */
export const FAMILIES = SCAM_FAMILIES;
export const BENIGN_KINDS = HONEST_KINDS;

/** What stands for something that differs from one message to the next. */
export const SLOTS = ['name', 'amount', 'link', 'phone', 'code', 'ref', 'date', 'time', 'mail', 'account', 'place'] as const;

export interface CorpusLanguage {
  /** BCP 47; the name of its folder. */
  readonly tag: string;
  /** Scams of each family, and honest texts in all, that issue and card ask for. */
  readonly perFamily: number;
  readonly benign: number;
}

/** Languages the corpus is to have. The linter says how far each is. Two ways of writing one language share its honest texts. */
export const CORPUS_LANGUAGES: readonly CorpusLanguage[] = [
  { tag: 'en', perFamily: 60, benign: 400 },
  ...['es', 'pt-BR', 'fr', 'de', 'it', 'id', 'fil', 'bn', 'ur', 'ar', 'tr', 'sw', 'ru', 'ko', 'ja', 'vi', 'th', 'my']
    .map((tag) => ({ tag, perFamily: 15, benign: 400 })),
  ...['hi', 'hi-Latn', 'zh-Hans', 'zh-Hant'].map((tag) => ({ tag, perFamily: 15, benign: 200 })),
];
