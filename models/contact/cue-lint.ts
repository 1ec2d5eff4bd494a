// What is refused in the forms of text cues and in the texts they are measured on. Run by cue-check.ts and by tests/unit/models/cues.test.ts.

import { CUES, CUE_FOLDER, PAIRS_MOST, readCues, type CueFault, type CueLine } from './cue-files.ts';
import { CUE_TEXT_FOLDER, readCueTexts, type CueText } from './cue-texts.ts';

const WORDS_MOST = 6;
/** Scripts without spaces: a form may begin at any unit, and few units say much. */
const DENSE = /[\u1000-\u109f]/u;
/** Units of a form that stands alone: shorter ones are parts of ordinary talk. */
const LEAST = { dense: 6, spaced: 5 } as const;
/** Units of one half of a pair. */
const LEAST_HALF = 2;
/** Units of what rules a cue out: it does so in every language, and short words of one are others in another. */
const LEAST_UNLESS = 3;
const TEXTS_A_CUE = 10;
const NEGATIVES = 200;

/** What is wrong with the forms of a language. */
export function lintCues(tag: string, folder: URL = CUE_FOLDER): readonly CueFault[] {
  const lines = readCues(tag, folder);
  const file = `cues/${tag}.txt`;
  const count = (cue: string, kind: CueLine['kind']): number => lines.filter((line) => line.cue === cue && line.kind === kind).length;
  return [
    ...CUES.filter((cue) => count(cue, 'forms') !== 1).map((cue) => ({ file, line: 1, fault: `has not one line of forms for ${cue}` })),
    ...CUES.filter((cue) => count(cue, 'pair') > PAIRS_MOST).map((cue) => ({ file, line: 1, fault: `has more than ${PAIRS_MOST} pairs for ${cue}` })),
    ...CUES.filter((cue) => count(cue, 'unless') > 1).map((cue) => ({ file, line: 1, fault: `has more than one line of exceptions for ${cue}` })),
    ...lines.flatMap((line) => faultsOfLine(line).map((fault) => ({ file, line: line.line, fault }))),
  ];
}

function faultsOfLine({ cue, kind, forms, others }: CueLine): readonly string[] {
  const least = (form: string): number => kind === 'pair' ? LEAST_HALF : kind === 'unless' ? LEAST_UNLESS : DENSE.test(form) ? LEAST.dense : LEAST.spaced;
  return [
    ...(CUES as readonly string[]).includes(cue) ? [] : [`${cue} is no cue`],
    ...forms.length === 0 || (kind === 'pair') !== (others.length > 0) ? ['has an empty list, or two where there may be one'] : [],
    ...[forms, others].flatMap((list) => list.filter((form, at) => list.indexOf(form) < at).map((form) => `has "${form}" twice`)),
    ...[...forms, ...others].flatMap((form) => [
      ...form.replace(/[\s*]/gu, '').length < least(form) ? [`"${form}" is shorter than is safe`] : [],
      .../\p{L}/u.test(form) ? [] : [`"${form}" has no letter`],
      ...form.split(/\s+/u).length > WORDS_MOST ? [`"${form}" has more than ${WORDS_MOST} words`] : [],
      ...form === form.toLowerCase() && form === form.normalize('NFC') ? [] : [`"${form}" is not in lower case and NFC`],
      // All digits are one to the kernel: a form of nothing else around them means any number.
      .../\p{Nd}{2}/u.test(form) && form.replace(/[\s\p{Nd}]/gu, '').length < LEAST.spaced ? [`"${form}" stands for any number`] : [],
      .../\*./u.test(form) ? [`"${form}" has a star inside`] : [],
      ...kind === 'forms' && form.endsWith('*') && !form.includes(' ') && form.length < 8 ? [`"${form}" stands for too many words`] : [],
      ...identifies(form),
    ]),
  ];
}

/** What is wrong with the texts of a language. */
export function lintCueTexts(tag: string, folder: URL = CUE_TEXT_FOLDER): readonly CueFault[] {
  const texts = readCueTexts(tag, folder);
  const seen = new Map<string, CueText>();
  return [
    ...CUES.flatMap((cue) => {
      const n = texts.filter((text) => text.cue === cue && text.half !== 'later').length;
      return n < TEXTS_A_CUE ? [{ file: `cue-texts/${tag}/positive.txt`, line: 1, fault: `has ${n} texts of ${cue}, fewer than ${TEXTS_A_CUE}` }] : [];
    }),
    ...texts.filter(({ cue, half }) => cue === null && half !== 'later').length < NEGATIVES ? [{ file: `cue-texts/${tag}/negative.txt`, line: 1, fault: `has fewer than ${NEGATIVES} texts` }] : [],
    ...texts.flatMap((text) => {
      const key = text.text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
      const twin = seen.get(key);
      seen.set(key, text);
      return [
        ...twin === undefined ? [] : [`says the same as ${twin.file}:${twin.line}`],
        ...text.heading === '' ? ['stands under no heading that there is'] : [],
        ...text.text === text.text.normalize('NFC') && text.text === text.text.trim() ? [] : ['is not in NFC, or has spaces at an end'],
        .../\p{L}/u.test(text.text) ? [] : ['has no letter'],
        ...identifies(text.text),
        // As the linter of the scam corpus has it.
        ...tag === 'my' && /(?:^|[^\u1000-\u109f])\u1031|[\u1060-\u106f\u107e-\u1084\u108f-\u1097]|\u1039(?![\u1000-\u1021])/u.test(text.text) ? ['looks like Zawgyi: write Unicode'] : [],
      ].map((fault) => ({ file: text.file, line: text.line, fault }));
    }),
  ];
}

/** Neither forms nor texts point at anybody: no link, no address, no handle, no long number but a round one. */
function identifies(text: string): readonly string[] {
  return [
    .../https?:|www\.|\.(?:com|org|net|me)\b|\p{L}@\p{L}|@\p{L}/iu.test(text) ? [`"${text}" has a link or a handle`] : [],
    .../\p{Nd}{3}/u.test(text.replace(/\p{Nd}(?:00|000|၀၀၀)(?!\p{Nd})/gu, '')) ? [`"${text}" has a number`] : [],
  ];
}
