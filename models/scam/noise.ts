import type { Rng } from '../build/rng.ts';
import { DISGUISES, disguised, type Disguise } from './disguises.ts';
import { toZawgyi } from './zawgyi.ts';

const EMOJI = ['🙏', '😊', '👍', '❤️', '🎉', '🔥', '✅', '⚠️', '📦', '💰', '😂', '👉'];
const SHORT_FORMS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [[/\byou\b/giu, 'u'], [/\byour\b/giu, 'ur'], [/\bplease\b/giu, 'pls'], [/\bare\b/gu, 'r']],
  es: [[/\bpor favor\b/giu, 'porfa'], [/\bque\b/giu, 'q'], [/\bporque\b/giu, 'xq']],
  'pt-BR': [[/\bvocê\b/giu, 'vc'], [/\bque\b/giu, 'q'], [/\bpor favor\b/giu, 'pfv'], [/\bhoje\b/giu, 'hj']],
  fr: [[/\bs'il vous plaît\b/giu, 'svp'], [/\bje suis\b/giu, 'chui'], [/\bbonjour\b/giu, 'bjr'], [/\bc'est\b/giu, 'c']],
  de: [[/\bund\b/gu, 'u.'], [/\bnicht\b/gu, 'nich'], [/ß/gu, 'ss']],
  id: [[/\byang\b/giu, 'yg'], [/\btidak\b/giu, 'tdk'], [/\bdengan\b/giu, 'dgn'], [/\bsudah\b/giu, 'udh']],
  it: [[/\bche\b/giu, 'ke'], [/\bper\b/giu, 'x'], [/\bnon\b/giu, 'nn']],
};

/** One draw in so many is disguised, scams and honest texts alike: a disguise by itself is no evidence. */
const DISGUISED_ONE_IN = 6;

/** What people and gateways do to a text: one thing to most draws, two to some. Never changes what it says. Half of the Burmese ones are in Zawgyi, as older phones write. */
export function careless(text: string, lang: string, rng: Rng): string {
  const once = change(text, lang, rng);
  const twice = rng.below(4) === 0 ? change(once, lang, rng) : once;
  const hidden = rng.below(DISGUISED_ONE_IN) === 0 ? disguised(twice, DISGUISES[rng.below(DISGUISES.length)] as Disguise, rng) : twice;
  return lang === 'my' && rng.below(2) === 0 ? toZawgyi(hidden) : hidden;
}

function change(text: string, lang: string, rng: Rng): string {
  switch (rng.below(14)) {
    case 0: return text.toLowerCase();
    case 1: return text.replace(/[.,!?](?= |$)/gu, '');
    case 2: return text.replace(/^[^ ]+( [^ ]+)?/u, (start) => start.toUpperCase());
    case 3: return text.replaceAll('. ', '.');
    case 4: return typos(text, rng);
    // As typed without accents, as most phones' owners do now and then.
    case 5: return text.normalize('NFD').replace(/(?<=[a-z])[\u0300-\u036f]/giu, '').normalize('NFC');
    case 6: return `${text} ${EMOJI[rng.below(EMOJI.length)] as string}`;
    case 7: return (SHORT_FORMS[lang] ?? []).reduce((short, [long, form]) => short.replace(long, form), text);
    case 8: return text.replaceAll('\n', ' ');
    case 9: return text.replace(/[!?.]+$/u, (end) => end.repeat(2));
    case 10: return text.replace(/ (?=[^ ]*$)/u, '  ');
    case 11: return text.length < 90 ? text.toUpperCase() : text;
    default: return text;
  }
}

/** About one letter in forty, twice, left out or swapped with the next; not in links. */
function typos(text: string, rng: Rng): string {
  return text.split(' ').map((word) => {
    if (/[.:/@\d]/u.test(word) || word.length < 4 || rng.below(10) !== 0) return word;
    const letters = [...word];
    const at = 1 + rng.below(letters.length - 2);
    const [one = '', next = ''] = letters.slice(at, at + 2);
    letters.splice(at, 2, ...[[one, one, next], [next], [next, one]][rng.below(3)] as string[]);
    return letters.join('');
  }).join(' ');
}
