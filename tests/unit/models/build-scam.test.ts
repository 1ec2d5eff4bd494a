import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packScamAsset } from '../../../scripts/build/model.ts';
import type { ScamJudge } from '../../../src/node/eval/scam-judge.ts';
import { createFeatureKernel, tablesPayload } from '../../../models/build/kernel.ts';
import { packedModel } from '../../../models/scam/asset-json.ts';
import { buildFrom, loadPacked, type Built } from '../../../models/scam/build.ts';
import type { Row } from '../../../models/scam/dataset.ts';
import type { Manifest } from '../../../models/scam/manifest.ts';
import { committedAsset, openModelJudge } from '../../../models/scam/model-judge.ts';
import { LANGUAGES } from '../../../models/scam/shape.ts';
import { RECIPE, type Recipe } from '../../../models/scam/train.ts';
import { HERE, withTrainers, type Trainers } from '../../../models/scam/trainers.ts';
import { readVectors } from '../../../models/scam/vectors.ts';

/** Every step of a training, each short: 64 rows, one hidden layer of eight. */
const RECIPE_SMALL: Recipe = {
  ...RECIPE, talk: 10, head: { ...RECIPE.head, epochs: 1 }, columns: { ...RECIPE.columns, epochs: 4 }, deep: { ...RECIPE.deep, hidden: 8, epochs: 12, batch: 8, rate: 0.02 },
};
const SOURCES = { data: null, own: [] };

/** Two made-up trades that no model of the project knows: what is learned here was learned here. */
const PARTS = ['copper kettles', 'wooden clocks', 'garden gnomes', 'paper lanterns', 'tin whistles', 'glass marbles', 'velvet curtains', 'brass buttons'];
const SCAM = (n: number): string => `The ${PARTS[n % 8] as string} lottery drew ticket ${n * 31} for you, release your winnings with a stamp duty before ${n % 12} tonight`;
const HAM = (n: number): string => `We mended the ${PARTS[n % 8] as string} yesterday, come by the workshop around ${n % 12} whenever it suits your walk, number ${n * 17}`;
const ROWS: readonly Row[] = Array.from({ length: 64 }, (_, i): Row => (i % 2 === 0
  ? { text: SCAM(i), label: 'scam', lang: 'en', source: 'authored', group: `s${i}`, name: 'prize' }
  : { text: HAM(i), label: 'ham', lang: 'en', source: 'authored', group: `h${i}`, name: 'friends' }));

const home = mkdtempSync(join(tmpdir(), 'build-scam-'));
let built: Built;
let judge: ScamJudge;

async function buildIn(name: string, rows: readonly Row[], trainers: Trainers): Promise<{ readonly built: Built; readonly onnx: Uint8Array; readonly manifest: Manifest; readonly vectors: string }> {
  const folder = pathToFileURL(`${mkdtempSync(join(home, name))}/`);
  const made = await buildFrom({ rows, sha256: 'd'.repeat(64) }, { sources: SOURCES, recipe: RECIPE_SMALL, trainers, folder }, () => undefined);
  const read = (file: string): Buffer => readFileSync(new URL(file, folder));
  return { built: made, onnx: new Uint8Array(read('model.onnx')), manifest: JSON.parse(read('manifest.json').toString()) as Manifest, vectors: read('vectors.tsv').toString() };
}

describe('a training from rows to the engine', () => {
  let made: Awaited<ReturnType<typeof buildIn>>;
  let asset: Uint8Array;

  beforeAll(async () => {
    made = await buildIn('first-', ROWS, HERE);
    built = made.built;
    asset = packScamAsset(made.onnx, made.manifest, tablesPayload());
    judge = await openModelJudge(asset);
  }, 60_000);
  afterAll(async () => {
    await judge.close();
    rmSync(home, { recursive: true });
  });

  it('judges every row out of fold, and puts the points of its language into the manifest', () => {
    expect(built.rows).toHaveLength(64);
    built.rows.forEach((row, i) => { expect((built.judged.scores[i] as number) > 0.5, row.text).toBe(row.label === 'scam'); });
    expect(Object.keys(made.manifest.points)).toEqual(['en']);
    expect(made.manifest.training).toMatchObject({ sha256: 'd'.repeat(64), rows: 64, command: 'npm run models:build -- scam --authored-only' });
    expect(made.manifest.sources.find(({ name }) => name === 'authored')?.rows).toBe(64);
  });

  it('answers in the engine as it learned: texts it never saw, and not as the model that ships', async () => {
    const { tip } = made.manifest.points.en as NonNullable<Manifest['points']['en']>;
    const other = await openModelJudge(committedAsset());
    try {
      for (const n of [201, 204, 207]) {
        const [scam, ham] = [await judge.judge(SCAM(n)), await judge.judge(HAM(n))];
        expect(scam).toMatchObject({ family: 'prize', detected: 'en' });
        for (const { score, level } of [scam, ham]) expect(level === 'none').toBe(score < tip.threshold);
        expect(scam.level).not.toBe('none');
        expect(ham.level).not.toBe('strong');
        expect(scam.score - ham.score).toBeGreaterThan(0.5);
        expect(scam.score).not.toBe((await other.judge(SCAM(n))).score);
      }
    } finally {
      await other.close();
    }
  });

  it('gives no verdict in a language it has no scams of', async () => {
    const said = await judge.judge('Der Schornsteinfeger kommt am Donnerstag um neun, bitte halten Sie den Zugang zum Dachboden frei und räumen Sie die Leiter weg.');
    expect(said).toMatchObject({ detected: 'de', level: 'none' });
  });

  it('is what its vectors say, in both builds of the kernel', () => {
    const vectors = readVectors(made.vectors);
    expect(vectors.length).toBeGreaterThan(200);
    for (const kind of ['simd', 'scalar'] as const) {
      const kernel = createFeatureKernel(kind);
      loadPacked(kernel, packedModel(asset));
      for (const { text, gated, lang, shares } of vectors) {
        expect(kernel.extract(text).gated).toBe(gated);
        const { index } = kernel.language();
        kernel.concepts(index);
        expect([LANGUAGES[index], ...kernel.score()]).toEqual([lang, ...shares]);
      }
    }
  });

  it('is the same to the byte in threads, and another where one row says otherwise', async () => {
    const again = await withTrainers((trainers) => buildIn('again-', ROWS, trainers), 2);
    expect(Buffer.from(again.onnx).equals(made.onnx)).toBe(true);
    expect(again.manifest).toEqual(made.manifest);
    expect(again.vectors).toBe(made.vectors);
    const turned = await buildIn('turned-', ROWS.map((row, i) => (i === 1 ? { ...row, text: `${row.text} and bring tea` } : row)), HERE);
    expect(turned.manifest.modelSha256).not.toBe(made.manifest.modelSha256);
    expect(() => packScamAsset(turned.onnx, made.manifest, tablesPayload())).toThrow('is not the file its manifest names');
  }, 60_000);
});
