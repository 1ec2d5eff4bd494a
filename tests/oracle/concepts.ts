// Which concepts a prepared text names: strings instead of hashes. Units of addresses are ADDRESS (undisguise.ts), which no form has.

export interface OracleForm {
  readonly concept: number;
  /** Folded words, one space between. */
  readonly stream: string;
  readonly open: boolean;
}

const OTHERS = /(?:[\u00d7\u00f7\u060c\u060d\u061b\u061e\u061f\u066a-\u066d\u06d4\u0964\u0965\u104a\u104b\u30fb]|[^\n0-9A-Za-z\u00c0-\u1fff\u2070-\u2fff\u3040-\ufeff])+/g;
const APART = /[\u0e01-\u0e4e\u1000-\u109f\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;

/** Ascending. @param wording of a prepared text */
export function concepts(wording: string, forms: readonly OracleForm[]): readonly number[] {
  const stream = wording.replace(OTHERS, ' ');
  const found = new Set<number>();
  for (let i = 1; i < stream.length; i++) {
    if (stream[i] === ' ' || (stream[i - 1] !== ' ' && !APART.test(stream[i] ?? ''))) continue;
    for (const { concept, stream: form, open } of forms) {
      if (stream.startsWith(form, i) && (open || stream[i + form.length] === ' ')) found.add(concept);
    }
  }
  return [...found].sort((a, b) => a - b);
}
