import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createFeatureKernel, tablesPayload, type FeatureKernel } from '../build/kernel.ts';
import { writeCard } from './card.ts';
import { loadSplit, MESSAGE_SOURCES, scamFolder, type Row } from './dataset.ts';
import { evaluate, formatEvaluation, scoreRows } from './evaluate.ts';
import { extractAll } from './examples.ts';
import { scamOnnx } from './graph.ts';
import { makeManifest, MODEL_FOLDER, readManifest } from './manifest.ts';
import { chooseOperatingPoints } from './operating-points.ts';
import { RECIPE, train, type Recipe } from './train.ts';
import { writeVectors } from './vectors.ts';

type Say = (line: string) => void;

export function trainOnnx(kernel: FeatureKernel, rows: readonly Row[], recipe: Recipe): Uint8Array {
  const isChat = (i: number): boolean => rows[i]?.label === 'ham' && !MESSAGE_SOURCES.includes(rows[i].source);
  const { net, table } = train(extractAll(kernel, rows), isChat, recipe);
  return scamOnnx(net, table);
}

/** The kernel takes models of another form since; the trainer for it is being written. @throws {Error} always */
export function loadOnnx(_kernel: FeatureKernel, _onnx: Uint8Array, _points: { readonly tip: number; readonly strong: number }): void {
  throw new Error('The kernel no longer scores models of this form.');
}

/** Trains and writes model.onnx, manifest.json and vectors.tsv. About a minute. */
export async function buildScam(dir: string, say: Say): Promise<void> {
  const start = performance.now();
  const split = loadSplit(dir, RECIPE.seed);
  say(`${split.train.length} messages to train on, ${split.validation.length} to choose thresholds by`);
  const kernel = createFeatureKernel();
  const onnx = trainOnnx(kernel, split.train, RECIPE);
  loadOnnx(kernel, onnx, { tip: 0.5, strong: 0.5 });
  const operatingPoints = chooseOperatingPoints(split.validation, scoreRows(kernel, split.validation).scores);
  const manifest = makeManifest({
    normaliserSha256: sha256(tablesPayload()), modelSha256: sha256(onnx), operatingPoints,
    training: {
      sha256: split.sha256, rows: split.train.length, validationRows: split.validation.length, recipe: { ...RECIPE },
      command: 'npm run models:build -- scam --data DIR',
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

/** Measures the committed model and writes eval.json and card.md. */
export function evaluateScam(dir: string, say: Say): void {
  if (!existsSync(`${scamFolder(dir)}/dev`)) throw new Error(`No dev folder in ${scamFolder(dir)}.`);
  const manifest = readManifest();
  const points = { tip: manifest.operatingPoints.tip.threshold, strong: manifest.operatingPoints.strong.threshold };
  const kernel = createFeatureKernel();
  loadOnnx(kernel, new Uint8Array(readFileSync(new URL('model.onnx', MODEL_FOLDER))), points);
  const evaluation = evaluate(kernel, dir, points, manifest.modelSha256);
  save('eval.json', `${JSON.stringify(evaluation, null, 2)}\n`);
  save('card.md', writeCard(manifest, evaluation));
  say(formatEvaluation(evaluation));
}

function save(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(name, MODEL_FOLDER), content);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
