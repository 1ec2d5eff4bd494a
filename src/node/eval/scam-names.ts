import type { ScamFamily } from '../../contract/verdict.ts';

/** In the order of `models/scam/families.md`. */
export const SCAM_FAMILIES: readonly ScamFamily[] = [
  'account', 'parcel', 'prize', 'gambling', 'loan', 'government', 'support', 'investment', 'job', 'romance', 'payment', 'advance-fee',
  'relative', 'marketplace', 'extortion', 'wrong-number',
];

/** Kinds of honest texts that look like scams, as families.md has them. */
export const HONEST_KINDS = [
  'codes', 'bank', 'operator', 'anti-fraud', 'delivery', 'invoice', 'office', 'school', 'formal', 'promotion', 'friends', 'warnings', 'chat',
] as const;

/** Languages the model tells apart, in its order; `und` is every other. */
export const SCAM_LANGUAGES = [
  'en', 'es', 'pt', 'fr', 'de', 'it', 'id', 'fil', 'tr', 'sw', 'vi', 'hi-Latn', 'ar', 'ur', 'ru', 'hi', 'bn', 'th', 'my', 'ko', 'ja', 'zh', 'und',
] as const;
export type ScamLanguage = (typeof SCAM_LANGUAGES)[number];

const ALIASES: Readonly<Record<string, ScamLanguage>> = { tl: 'fil', in: 'id' };

/**
 * The model's language for a BCP 47 tag: regions and ways of writing fall away (`pt-BR` is `pt`, `zh-Hant` is `zh`), but for
 * romanised Hindi, which is one by itself. `und` where the model knows no such language.
 */
export function scamLanguage(tag: string): ScamLanguage {
  const [base = '', ...rest] = tag.toLowerCase().split('-');
  if (base === 'hi' && rest.includes('latn')) return 'hi-Latn';
  return SCAM_LANGUAGES.find((language) => language === base) ?? ALIASES[base] ?? 'und';
}
