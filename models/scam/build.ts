import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createFeatureKernel, tablesPayload, type FeatureKernel } from '../build/kernel.ts';
import { createRng, shuffle } from '../build/rng.ts';
import { conceptForms, formsDigest, formTable } from './concept-table.ts';
import { loadData, type Data, type Row } from './dataset.ts';
import { extractAll } from './examples.ts';
import { foldsOf } from './folds.ts';
import { scamOnnx } from './graph.ts';
import { trainLanguageHead } from './language-head.ts';
import { languageTexts } from './language-texts.ts';
import { makeManifest, MODEL_FOLDER, SOURCES } from './manifest.ts';
import { ownSourceNotes, trainingCommand, type TrainingSources } from './own-rows.ts';
import { packHead, packOnnx } from './pack-model.ts';
import { choosePoints, groupOf } from './points.ts';
import { LANGUAGES } from './shape.ts';
import { crossValidate, foldColumns, RECIPE, trainAll, type OutOfFold, type Recipe } from './train.ts';
import { withTrainers, type Trainers } from './trainers.ts';
import { writeVectors } from './vectors.ts';

type Say = (line: string) => void;

/** Puts a packed model in force. @throws {Error} the kernel refuses it */
export function loadPacked(kernel: FeatureKernel, packed: Uint8Array): void {
  const answer = kernel.load(packed);
  if (answer !== 0) throw new Error(`The kernel refused the packed model (${answer}).`);
}

/** Rows to train on: all but talk, of which a seeded draw. */
export function drawTalk(rows: readonly Row[], recipe: Recipe): readonly Row[] {
  const isTalk = (row: Row): boolean => row.label === 'ham' && groupOf(row) === 'talk' && row.source !== 'templates';
  const talk = rows.filter(isTalk);
  shuffle(talk, createRng(recipe.seed));
  return [...rows.filter((row) => !isTalk(row)), ...talk.slice(0, recipe.talk)];
}

export function trainHead(kernel: FeatureKernel, rows: readonly Row[], recipe: Recipe): ReturnType<typeof trainLanguageHead> {
  const texts = languageTexts(rows).map(({ text, lang }) => ({ text: kernel.wording(text), lang: LANGUAGES.indexOf(lang) }));
  return trainLanguageHead(texts, recipe.head, createRng(recipe.seed + 70));
}

export interface Built {
  readonly rows: readonly Row[];
  readonly judged: OutOfFold;
}

/** Trains and writes model.onnx, manifest.json and vectors.tsv: a fold a thread, a thread a core. */
export function buildScam(sources: TrainingSources, say: Say, recipe: Recipe = RECIPE): Promise<Built> {
  return withTrainers((trainers) => buildFrom(loadData(sources, recipe.seed), { sources, recipe, trainers, folder: MODEL_FOLDER }, say));
}

export interface BuildRequest {
  /** Named in the manifest; the rows come with the data. */
  readonly sources: TrainingSources;
  readonly recipe: Recipe;
  readonly trainers: Trainers;
  /** Where the three files are written. */
  readonly folder: URL;
}

/** `buildScam` of data that was read. @throws {Error} the kernel refuses what was trained */
export async function buildFrom({ rows: all, sha256: dataSha256 }: Data, { sources, recipe, trainers, folder }: BuildRequest, say: Say): Promise<Built> {
  const start = performance.now();
  const tell = (line: string): void => { say(`${String(Math.round((performance.now() - start) / 1000)).padStart(4)} s  ${line}`); };
  const kernel = createFeatureKernel();
  const tables = tablesPayload();
  const forms = formTable(conceptForms((text) => kernel.fold(text)));
  const head = trainHead(kernel, all, recipe);
  tell('language head');
  loadPacked(kernel, packHead(head, forms, recipe.margin, tables));
  const rows = drawTalk(all, recipe);
  const examples = extractAll(kernel, rows.map(({ text }) => text));
  tell(`${rows.length} rows read`);
  const folds = foldsOf(rows, 'text');
  const columnsOfFolds = await foldColumns(examples, rows, recipe, folds, trainers);
  tell('columns of the folds');
  const judged = await crossValidate(examples, rows, columnsOfFolds, recipe, folds, trainers, tell);
  const points = choosePoints(rows, judged.scores);
  const { columns, net } = await trainAll(examples, rows, columnsOfFolds, recipe, trainers, tell);
  const onnx = scamOnnx(head, columns, net);
  loadPacked(kernel, packOnnx(onnx, forms, recipe.margin, tables));
  const manifest = makeManifest({
    normaliserSha256: sha256(tables), modelSha256: sha256(onnx), conceptsSha256: formsDigest(forms), margin: recipe.margin, points,
    training: { sha256: dataSha256, rows: rows.length, recipe: { ...recipe }, command: trainingCommand(sources) },
    sources: [...SOURCES, ...ownSourceNotes(sources.own)].map((note) => ({ ...note, rows: rows.filter(({ source }) => source === note.name).length })),
  });
  const save = (name: string, content: string | Uint8Array): void => { writeFileSync(new URL(name, folder), content); };
  save('model.onnx', onnx);
  save('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  save('vectors.tsv', writeVectors(kernel));
  for (const [lang, { tip, strong }] of Object.entries(points)) {
    tell(`${lang.padEnd(8)} tip ${tip.threshold.toFixed(3)} finds ${tip.recall.fired}/${tip.recall.n}, strong ${strong.threshold.toFixed(3)} finds ${strong.recall.fired}/${strong.recall.n}`);
  }
  tell(`model.onnx ${onnx.length} bytes, SHA-256 ${manifest.modelSha256}`);
  return { rows, judged };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
