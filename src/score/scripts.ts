/** Scripts the kernel counts letters of, in its order (assembly/features/units.ts), with the language tag they stand for. */
export const SCRIPT_TAGS = ['und-Latn', 'th', 'my', 'ko', 'ja', 'zh', 'ar', 'ru', 'und'] as const;
export type ScriptTag = (typeof SCRIPT_TAGS)[number];

const KANA = 4;
const HAN = 5;
/** Letters of Thai, Myanmar, Hangul, kana and Han say about as much as three others. */
const isDense = (script: number): boolean => script >= 1 && script <= HAN;

/**
 * The script most of a text is in; a text in Han with some kana is Japanese. Ties go to the earlier script.
 * @param letters count per script, in the order of `SCRIPT_TAGS`
 * @returns index into `SCRIPT_TAGS`; the last one (`und`) where there is no letter
 */
export function leadingScript(letters: readonly number[]): number {
  let leading = SCRIPT_TAGS.length - 1;
  let most = 0;
  for (let script = 0; script < SCRIPT_TAGS.length; script++) {
    const weight = (letters[script] ?? 0) * (isDense(script) ? 3 : 1);
    if (weight > most) {
      most = weight;
      leading = script;
    }
  }
  return leading === HAN && (letters[KANA] ?? 0) * 10 > (letters[HAN] ?? 0) ? KANA : leading;
}
