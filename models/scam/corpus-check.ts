// npm run corpus [-- --lang TAG] [--disguises]: all that was authored for the scam model, checked and counted: texts, conversations, concepts and the blind final test.
// --disguises counts how many of the texts the kernel reads the same when they are disguised.

import { parseArgs } from 'node:util';
import { conceptNames, conceptTags, lintConcepts, readConcepts } from './concept-files.ts';
import { formatInterval } from '../../src/node/eval/wilson.ts';
import { createFeatureKernel } from '../build/kernel.ts';
import { readCorpus } from './corpus-files.ts';
import { CORPUS_LANGUAGES, FAMILIES } from './corpus-languages.ts';
import { disguisesRead } from './disguises-read.ts';
import { RECIPE } from './train.ts';
import { lintCorpus, shortfalls } from './corpus-lint.ts';
import { FINAL_TESTS, finalDigest, finalTags, finalThreadsDigest, lintFinal, readFinal } from './final-files.ts';
import { lintThreads, readThreads, THREAD_FOLDER, threadTags } from './thread-files.ts';

const { values } = parseArgs({ options: { lang: { type: 'string' }, disguises: { type: 'boolean', default: false } } });
const { faults, counts } = lintCorpus(undefined, values.lang);
const asked = counts.filter(({ lang }) => values.lang === undefined || lang === values.lang);
const rows = CORPUS_LANGUAGES.flatMap(({ tag, benign }) => {
  const count = asked.find(({ lang }) => lang === tag);
  if (count === undefined) return values.lang === undefined ? [`${tag.padEnd(8)} nothing yet`] : [];
  const scams = FAMILIES.map((family) => count.scam[family] ?? 0);
  const honest = Object.values(count.benign).reduce((sum, n) => sum + n, 0);
  return [`${tag.padEnd(8)} ${`${scams.reduce((sum, n) => sum + n, 0)}`.padStart(5)} scams, ${`${honest}`.padStart(4)} of ${benign} honest, `
    + `${Math.round(count.variety)} distinct 4-grams per 100 texts`];
});

const isAsked = (tag: string): boolean => values.lang === undefined || tag === values.lang;
const threadsIn = (folder: URL): string => {
  const threads = threadTags(folder).filter(isAsked).flatMap((tag) => readThreads(tag, folder).threads);
  const scams = threads.filter(({ label }) => label === 'scam');
  return `${scams.length} scams, ${scams.filter(({ evidence }) => evidence !== undefined).length} with the turn of first evidence; ${threads.length - scams.length} honest`;
};
const finalsIn = (folder: URL): string => {
  const texts = finalTags(folder).filter(isAsked).flatMap((tag) => readFinal(tag, folder));
  const scams = texts.filter(({ label }) => label === 'scam').length;
  return `${scams} scams, ${texts.length - scams} honest, SHA-256 ${finalDigest(folder)}`;
};
const concepts = conceptTags().filter(isAsked);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const totals = [
  `texts: ${sum(asked.flatMap(({ scam }) => Object.values(scam)))} scams, ${sum(asked.flatMap(({ benign }) => Object.values(benign)))} honest`,
  `conversations: ${threadsIn(THREAD_FOLDER)}`,
  `concepts: ${conceptNames().length} in ${concepts.length} languages, ${concepts.flatMap((tag) => readConcepts(tag).flatMap(({ forms }) => forms)).length} forms`,
  ...FINAL_TESTS.map(({ name, texts }) => `${name} final test: ${finalsIn(texts)}`),
  ...FINAL_TESTS.flatMap(({ name, threads }) => (threads === null ? [] : [`conversations of the ${name}: ${threadsIn(threads)}, SHA-256 ${finalThreadsDigest(threads)}`])),
];
const found = [
  ...faults, ...shortfalls(counts),
  ...threadTags().flatMap((tag) => lintThreads(tag)), ...FINAL_TESTS.flatMap(({ threads }) => (threads === null ? [] : threadTags(threads).flatMap((tag) => lintThreads(tag, threads)))),
  ...concepts.flatMap((tag) => lintConcepts(tag)), ...FINAL_TESTS.flatMap(({ texts }) => finalTags(texts).filter(isAsked).flatMap((tag) => lintFinal(tag, texts))),
];
const read = values.disguises ? disguisesRead(createFeatureKernel(), conceptTags().filter(isAsked).flatMap((tag) => readCorpus(tag).texts.map(({ text }) => text)), RECIPE.seed) : [];
const undone = read.map(({ disguise, asPlain }) => `${disguise.padEnd(26)} read as the plain text: ${formatInterval(asPlain, 1)}, ${asPlain.hits}/${asPlain.n}`);
const mine = found.filter(({ file }) => values.lang === undefined || file.includes(`${values.lang}/`) || file.includes(`/${values.lang}.`));
process.stdout.write([...mine.map(({ file, line, fault }) => `${file}:${line} ${fault}`), ...rows, ...totals, ...undone, `${mine.length} faults`, ''].join('\n'));
process.exitCode = mine.length === 0 ? 0 : 1;
