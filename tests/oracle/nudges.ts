import type { PackedNudges } from '../../src/decide/nudges/read.ts';

// The reader of src/decide/nudges again, slow and without a regular expression: unit by unit, rule by rule, letter by letter.

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9';
const isBetween = (unit: string | undefined): boolean => unit !== undefined && ' ()./-'.includes(unit);
const MARKS = ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

function isWord(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return !isDigit(unit) && !MARKS.includes(unit) && unit.trim() !== '' && code > 0x20 && !(code >= 0x7b && code <= 0xbf)
    && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f) && !(code >= 0xd800 && code <= 0xdfff);
}

/** `12.05.2024` and its like, with nothing behind that makes it longer. @returns its end, or `from` */
function dateEnd(text: string, from: number): number {
  for (let first = 4; first >= 1; first--) {
    for (let second = 2; second >= 1; second--) {
      for (let third = 4; third >= 2; third--) {
        const mark = text[from + first] ?? '';
        const end = from + first + 1 + second + 1 + third;
        if (end > text.length || !'./-'.includes(mark) || mark === '' || text[from + first + 1 + second] !== mark) continue;
        const digits = text.slice(from, from + first) + text.slice(from + first + 1, from + first + 1 + second) + text.slice(end - third, end);
        const more = isDigit(text[end]) || ('./-'.includes(text[end] ?? ' ') && isDigit(text[end + 1]));
        if ([...digits].every(isDigit) && !more) return end;
      }
    }
  }
  return from;
}

export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length;) {
    const unit = text[at] as string;
    let end = dateEnd(text, at);
    if (end === at && (isDigit(unit) || ('+('.includes(unit) && isDigit(text[at + 1])))) {
      end = isDigit(unit) ? at + 1 : at + 2;
      for (;;) {
        const gap = [0, 1, 2].find((n) => [...text.slice(end, end + n)].every(isBetween) && isDigit(text[end + n]));
        if (gap === undefined) break;
        end += gap + 1;
      }
    } else if (end === at && isWord(unit)) {
      while (end < text.length && isWord(text[end] as string)) end++;
    } else if (end === at && '!?'.includes(unit)) {
      end = at + 1;
    }
    if (end > at) tokens.push(text.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return tokens;
}

interface Step { readonly fits: (letter: string) => boolean; readonly least: number; readonly most: number }

/** A rule as the table has it: letters, sets, `.`, each with `?` or `{a,b}`. */
export function stepsOf(rule: string): readonly Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < rule.length;) {
    const set = rule[at] === '[' ? rule.slice(at + 1, rule.indexOf(']', at)) : rule[at] as string;
    at += rule[at] === '[' ? set.length + 2 : 1;
    let [least, most] = [1, 1];
    if (rule[at] === '?') [least, at] = [0, at + 1];
    else if (rule[at] === '{') {
      const [a = '', b = a] = rule.slice(at + 1, rule.indexOf('}', at)).split(',');
      [least, most, at] = [Number(a), Number(b), rule.indexOf('}', at) + 1];
    }
    const fits = set === '.' ? (letter: string) => letter !== ';' : (letter: string) => set.includes(letter);
    steps.push({ fits, least, most });
  }
  return steps;
}

/** Every place that may be reached, step after step. @returns whether the rule fits from some place, and the most places held at once */
export function fitsSomewhere(rule: string, line: string): { readonly fits: boolean; readonly places: number } {
  let places = 0;
  for (let start = 0; start < line.length; start++) {
    let reached = new Set([start]);
    for (const { fits, least, most } of stepsOf(rule)) {
      const next = new Set<number>();
      for (const from of reached) {
        for (let n = 0; n <= most; n++) {
          if (n >= least) next.add(from + n);
          if (from + n >= line.length || !fits(line[from + n] as string)) break;
        }
      }
      reached = next;
      places = Math.max(places, reached.size);
    }
    if (reached.size > 0) return { fits: true, places };
  }
  return { fits: false, places };
}

/** The letter of a token by plain search through the words. */
export function letterOf(words: PackedNudges['words'][number], token: string): string {
  const groups = words.split(',').map((group) => ({ letter: group[0] as string, list: group.slice(2).split(' ') }));
  // The last list that names a word has it.
  const find = (key: string): string | undefined => groups.filter(({ list }) => list.includes(key)).at(-1)?.letter;
  const digits = [...token].filter(isDigit).join('');
  if (digits !== '') {
    const form = `#${digits.length}`;
    return find((token.startsWith('+') ? '+' : digits.slice(0, 2)) + form) ?? find(digits.slice(0, 1) + form) ?? find(form) ?? 'n';
  }
  const endings = Array.from({ length: token.length }, (_, n) => token.slice(n)).filter((ending) => ending.length >= 2 && ending.length <= 16 && ending !== token);
  return find(token) ?? endings.map((ending) => find(`*${ending}`)).find((letter) => letter !== undefined) ?? 'w';
}
