import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createFeatureKernel, tablesPayload, type FeatureKernel } from '../build/kernel.ts';
import { readOnnx } from '../build/onnx.ts';
import { packBag } from '../build/pack.ts';
import { loadSplit, MESSAGE_SOURCES, type Row } from './dataset.ts';
import { scoreRows } from './evaluate.ts';
import { extractAll } from './examples.ts';
import { scamOnnx } from './graph.ts';
import { makeManifest, MODEL_FOLDER, SCRIPTS, SOURCES } from './manifest.ts';
import { chooseOperatingPoints } from './operating-points.ts';
import { ownSourceNotes, trainingCommand, type TrainingSources } from './own-rows.ts';
import { FEATURE_VERSION } from './shape.ts';
import { RECIPE, train, type Recipe } from './train.ts';
import { writeVectors } from './vectors.ts';

type Say = (line: string) => void;

export function trainOnnx(kernel: FeatureKernel, rows: readonly Row[], recipe: Recipe): Uint8Array {
  const isChat = (i: number): boolean => rows[i]?.label === 'ham' && !MESSAGE_SOURCES.includes(rows[i].source);
  const { net, table } = train(extractAll(kernel, rows), isChat, recipe);
  return scamOnnx(net, table);
}

/** Loads an ONNX model into the kernel. @throws {Error} the kernel refuses it */
export function loadOnnx(kernel: FeatureKernel, onnx: Uint8Array, points: { readonly tip: number; readonly strong: number }): void {
  const packed = packBag(readOnnx(onnx), { featureVersion: FEATURE_VERSION, tables: tablesPayload(), scripts: SCRIPTS.bits, ...points });
  const answer = kernel.load(packed);
  if (answer !== 0) throw new Error(`The kernel refused the packed model (${answer}).`);
}

/** Trains and writes model.onnx, manifest.json and vectors.tsv. About a minute. */
export async function buildScam(sources: TrainingSources, say: Say): Promise<void> {
  const start = performance.now();
  const split = loadSplit(sources, RECIPE.seed);
  say(`${split.train.length} messages to train on, ${split.validation.length} to choose thresholds by`);
  const kernel = createFeatureKernel();
  const onnx = trainOnnx(kernel, split.train, RECIPE);
  loadOnnx(kernel, onnx, { tip: 0.5, strong: 0.5 });
  const operatingPoints = chooseOperatingPoints(split.validation, scoreRows(kernel, split.validation).scores);
  const manifest = makeManifest({
    normaliserSha256: sha256(tablesPayload()), modelSha256: sha256(onnx), operatingPoints, sources: [...SOURCES, ...ownSourceNotes(sources.own)],
    training: {
      sha256: split.sha256, rows: split.train.length, validationRows: split.validation.length, recipe: { ...RECIPE },
      command: trainingCommand(sources),
    },
  });
  save('model.onnx', onnx);
  save('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  save('vectors.tsv', writeVectors(kernel));
  for (const [level, point] of Object.entries(operatingPoints)) {
    const rates = Object.entries(point.validation).map(([name, fired]) => `${name} ${fired.fired}/${fired.n}`);
    say(`${level} from ${point.threshold.toFixed(4)}: ${rates.join(', ')}`);
  }
  say(`model.onnx ${onnx.length} bytes, SHA-256 ${manifest.modelSha256}, ${Math.round((performance.now() - start) / 1000)} s`);
}

function save(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, MODEL_FOLDER), content);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
