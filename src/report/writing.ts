import type { Writing } from '../contract/report.ts';

/** Script, its pattern, and the language where it has one above all. The person may correct each. */
const SCRIPTS: readonly (readonly [script: string, pattern: RegExp, language: string])[] = [
  ['Latn', /\p{Script=Latin}/gu, 'und'], ['Mymr', /\p{Script=Myanmar}/gu, 'my'], ['Arab', /\p{Script=Arabic}/gu, 'ar'],
  ['Cyrl', /\p{Script=Cyrillic}/gu, 'und'], ['Deva', /\p{Script=Devanagari}/gu, 'hi'], ['Beng', /\p{Script=Bengali}/gu, 'bn'],
  ['Thai', /\p{Script=Thai}/gu, 'th'], ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'], ['Hang', /\p{Script=Hangul}/gu, 'ko'],
  ['Hani', /\p{Script=Han}/gu, 'zh'], ['Taml', /\p{Script=Tamil}/gu, 'ta'], ['Telu', /\p{Script=Telugu}/gu, 'te'],
  ['Khmr', /\p{Script=Khmer}/gu, 'km'], ['Laoo', /\p{Script=Lao}/gu, 'lo'], ['Sinh', /\p{Script=Sinhala}/gu, 'si'],
  ['Ethi', /\p{Script=Ethiopic}/gu, 'am'], ['Grek', /\p{Script=Greek}/gu, 'el'], ['Hebr', /\p{Script=Hebrew}/gu, 'he'],
  ['Geor', /\p{Script=Georgian}/gu, 'ka'], ['Armn', /\p{Script=Armenian}/gu, 'hy'],
];

const BASE = '\\u1000-\\u1021\\u1023-\\u1027\\u1029\\u102a\\u106a\\u106b\\u106e\\u106f\\u1086\\u108f-\\u1092\\u1097';
const PREFIX = '\\u1031\\u103b\\u107e-\\u1084';

/**
 * What speaks against an encoding is a sign without what it stands on (docs/decisions/0014). Zawgyi writes vowel e and medial ra before their
 * consonant and has no U+103E; in Unicode no sign begins a run and a virama joins two consonants.
 */
const AGAINST_ZAWGYI = [
  /[\u1022\u1028\u1035\u103e\u103f\u105b-\u105f\u1098-\u109f]/g, new RegExp(`[${PREFIX}](?![${BASE}${PREFIX}])`, 'g'),
  /\u103a(?=[\u1037\u1038\u104a\u104b]|$)/gm,
];
const AGAINST_UNICODE = [
  /(?:^|(?<=[\u1040-\u104b\s]))[\u102b-\u103e\u1060-\u1064]/gm, /\u1039(?![\u1000-\u1021])/g, /(?<=[\u1037\u1038\u103a\u1039])[\u1031\u103b\u107e-\u1084]/g,
];

/** By counting letters. A guess for the person to correct; some milliseconds for thirty long messages. */
export function detectWriting(texts: readonly string[]): Writing {
  const text = texts.join('\n');
  let best = { script: 'Zyyy', letters: 0, language: 'und' };
  for (const [script, pattern, language] of SCRIPTS) {
    const letters = count([pattern], text);
    if (letters > best.letters) best = { script, letters, language };
    // Japanese has more Chinese characters than kana in many a sentence.
    if (script === 'Hani' && best.script === 'Hani' && count([/[\p{Script=Hiragana}\p{Script=Katakana}]/gu], text) > 0) best = { script: 'Jpan', letters, language: 'ja' };
  }
  const { script, language } = best;
  return script === 'Mymr' ? burmese(text) : { language, script, encoding: 'unicode', by: 'detected' };
}

function burmese(text: string): Writing {
  const runs = (text.match(/[\u1000-\u109f]+/g) ?? []).join('\n');
  const [zawgyi, unicode] = [count(AGAINST_UNICODE, runs), count(AGAINST_ZAWGYI, runs)];
  const encoding = zawgyi > unicode ? 'zawgyi' : unicode > zawgyi ? 'unicode' : 'unclear';
  const language = encoding === 'zawgyi' ? 'my' : /[\u1075-\u108d]/.test(runs) ? 'shn' : /[\u105a-\u1060]/.test(runs) ? 'mnw' : 'my';
  return { language, script: 'Mymr', encoding, by: 'detected' };
}

function count(patterns: readonly RegExp[], text: string): number {
  return patterns.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
}
