import type { TextFinding } from '../../contract/outgoing.ts';

/** `nudges.bin` behind its header, as JSON: the tables of this folder, packed by models/nudges/pack.ts. `greetings.bin` is of the same form (models/greetings/pack.ts). */
export interface PackedNudges {
  /** A regular expression: a date; a number with what people put between its digits; a word; the end of a sentence. */
  readonly token: string;
  /** Units that are read as those at the same place of `to`; those past its end are not read at all. */
  readonly from: string;
  readonly to: string;
  /** A regular expression over class letters: numbers that are no telephone's. */
  readonly not: string;
  /** For each language: a letter and its words, with spaces between, commas between letters. */
  readonly words: readonly string[];
  /** What the rules tell apart; without it the kinds of `TextNudge`, in their order. */
  readonly kinds?: readonly TextFinding[];
  /** For each kind, and each language: one flat alternation over letters. */
  readonly rules: readonly (readonly string[])[];
}

const NUDGES: readonly TextFinding[] = ['phone', 'address', 'school'];

/** Units at the end of a word in which an ending is looked for. */
const ENDING = 16;

/**
 * Reads what a text of one's own gives away, or whether it is a wish: each token becomes the letter of its class, and the rules of every language are tried
 * on that line. Linear: no rule has a repetition without a small bound (`packRules` refuses it). Pure.
 *
 * @param json of `PackedNudges`
 */
export function openNudges(json: string): (text: string) => readonly TextFinding[] {
  const { token, from, to, not, words, rules, kinds = NUDGES } = JSON.parse(json) as PackedNudges;
  // Burmese has no spaces between words: every word of the tables is cut out, the longest that fits.
  const burmese = new RegExp((json.match(/[\u1000-\u109f]+/g) ?? []).sort((a, b) => b.length - a.length).join('|'), 'g');
  const tables = words.map((groups) => new Map(groups.split(',').flatMap((group) => group.slice(2).split(' ').map((word) => [word, group[0] as string]))));
  const tried = rules.map((list) => list.map((rule) => new RegExp(rule)));
  return (text) => {
    const plain = text.toLowerCase().replace(/[^ -&(-~]/g, (unit) => {
      const at = from.indexOf(unit);
      return at < 0 ? unit : to[at] ?? '';
    });
    const tokens = plain.replace(burmese, ' $& ').match(new RegExp(token, 'g')) ?? [];
    const lines = tables.map((classes) => `;${tokens.map((one) => classOf(classes, one)).join('')};`.replace(new RegExp(not, 'g'), 'w'));
    return kinds.filter((_, kind) => tried[kind]?.some((rule, n) => rule.test(lines[n] as string)));
  };
}

/** `w`: a word in no list; `n`: a number of no known form. */
function classOf(classes: ReadonlyMap<string, string>, token: string): string {
  const digits = token.replace(/\D/g, '');
  const form = `#${digits.length}`;
  if (digits !== '') return classes.get((token[0] === '+' ? '+' : digits.slice(0, 2)) + form) ?? classes.get(digits.slice(0, 1) + form) ?? classes.get(form) ?? 'n';
  let found = classes.get(token);
  for (let n = Math.min(token.length - 1, ENDING); n > 1; n--) found ??= classes.get(`*${token.slice(-n)}`);
  return found ?? 'w';
}
