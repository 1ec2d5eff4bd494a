// What the linter of the authored corpus refuses and counts. Run by `npm run corpus` and by tests/unit/models/corpus.test.ts.

import { CORPUS_LANGUAGES, FAMILIES, SLOTS } from './corpus-languages.ts';
import { corpusTags, CORPUS_FOLDER, readCorpus, type CorpusFault, type CorpusText } from './corpus-files.ts';
import { distinctPer100, gramsOf, nearCopies } from './corpus-grams.ts';

/** Texts of one language at this Jaccard of character 5-grams, and above, are one text written twice. */
export const NEAR_COPY = 0.5;
/** A language with fewer than this share of English's distinct 4-grams per hundred texts says one thing many times. */
export const VARIETY_SHARE = 0.5;
const MOST_UNITS = 3_000;

export interface CorpusCount {
  readonly lang: string;
  readonly scam: Readonly<Record<string, number>>;
  readonly benign: Readonly<Record<string, number>>;
  /** Distinct character 4-grams per hundred texts. */
  readonly variety: number;
}

export interface CorpusReport {
  readonly faults: readonly CorpusFault[];
  readonly counts: readonly CorpusCount[];
}

/** Everything that is wrong with the corpus, and how much of it there is. */
export function lintCorpus(folder: URL = CORPUS_FOLDER, only?: string): CorpusReport {
  const tags = corpusTags(folder).filter((tag) => only === undefined || tag === only || tag === 'en');
  const read = tags.map((tag) => ({ tag, ...readCorpus(tag, folder) }));
  const counts = read.map(({ tag, texts }) => countTexts(tag, texts));
  const english = counts.find(({ lang }) => lang === 'en')?.variety ?? 0;
  const faults = read.flatMap(({ tag, texts, faults: files }): CorpusFault[] => [
    ...files,
    ...CORPUS_LANGUAGES.some((known) => known.tag === tag) ? [] : [{ file: `${tag}/`, line: 1, fault: 'is no language of the corpus: corpus-languages.ts has them' }],
    ...texts.flatMap((text) => faultsOf(text).map((fault) => ({ file: text.file, line: text.line, fault }))),
    ...copies(texts),
  ]);
  const dull = counts.filter(({ variety }) => variety < english * VARIETY_SHARE).map(({ lang, variety }): CorpusFault => (
    { file: `${lang}/`, line: 1, fault: `has ${Math.round(variety)} distinct 4-grams per 100 texts, under half of English's ${Math.round(english)}` }));
  return { faults: [...faults, ...dull], counts };
}

/** Languages that have fewer texts than corpus-languages.ts asks for: one line for each that falls short. */
export function shortfalls(counts: readonly CorpusCount[]): readonly CorpusFault[] {
  return CORPUS_LANGUAGES.flatMap(({ tag, perFamily, benign }): CorpusFault[] => {
    const count = counts.find(({ lang }) => lang === tag);
    const honest = Object.values(count?.benign ?? {}).reduce((sum, n) => sum + n, 0);
    return [
      ...FAMILIES.filter((family) => (count?.scam[family] ?? 0) < perFamily).map((family) => `has ${count?.scam[family] ?? 0} of at least ${perFamily} scams of the family ${family}`),
      ...honest < benign ? [`has ${honest} of at least ${benign} honest texts`] : [],
    ].map((fault) => ({ file: `${tag}/`, line: 1, fault }));
  });
}

/** What is wrong with one text by itself. */
export function faultsOf({ text, lang }: Pick<CorpusText, 'text' | 'lang'>): readonly string[] {
  const slots = [...text.matchAll(/\{([^}]*)\}/gu)].map(([, name = '']) => name);
  const unknown = slots.filter((name) => !(SLOTS as readonly string[]).includes(name));
  return [
    ...text !== text.normalize('NFC') ? ['is not in NFC'] : [],
    ...text.length > MOST_UNITS ? [`is longer than ${MOST_UNITS} units`] : [],
    ...[...text].length < 4 ? ['is too short to be a message'] : [],
    ...unknown.map((name) => `has an unknown slot {${name}}`),
    .../[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffd\ufeff]/u.test(text) ? ['has a control character'] : [],
    ...text.split('\n').some((line) => line !== line.trimEnd()) ? ['has spaces at the end of a line'] : [],
    // Zawgyi writes the vowel sign E before its consonant and uses code points that Burmese does not.
    ...lang === 'my' && /(?:^|[^\u1000-\u109f])\u1031|[\u1060-\u106f\u107e-\u1084\u108f-\u1097]/u.test(text) ? ['looks like Zawgyi: write Unicode'] : [],
  ];
}

function copies(texts: readonly CorpusText[]): readonly CorpusFault[] {
  return nearCopies(texts.map(({ text }) => gramsOf(text, 5)), NEAR_COPY).map(([at, earlier, share]) => {
    const [one, other] = [texts[at] as CorpusText, texts[earlier] as CorpusText];
    return { file: one.file, line: one.line, fault: `says nearly the same as ${other.file}:${other.line} (Jaccard ${share.toFixed(2)})` };
  });
}

function countTexts(lang: string, texts: readonly CorpusText[]): CorpusCount {
  const of = (label: CorpusText['label']): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const text of texts) if (text.label === label) counts[text.name] = (counts[text.name] ?? 0) + 1;
    return counts;
  };
  return { lang, scam: of('scam'), benign: of('benign'), variety: distinctPer100(texts.map(({ text }) => text), 4) };
}
