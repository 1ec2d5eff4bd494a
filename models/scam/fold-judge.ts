// Models of the folds through the whole engine: authored texts, plain and disguised, each judged by the one that never saw its file.

import { createHash } from 'node:crypto';
import { packScamAsset } from '../../scripts/build/model.ts';
import { isHonest, isTipped, type JudgedRow } from '../../src/node/eval/scam-rows.ts';
import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import { createFeatureKernel, tablesPayload } from '../build/kernel.ts';
import { createRng } from '../build/rng.ts';
import { conceptForms, formsDigest, formTable } from './concept-table.ts';
import type { Row } from './dataset.ts';
import { DISGUISES, disguised } from './disguises.ts';
import type { FoldedNetworks, FoldedRows } from './fold-models.ts';
import { scamOnnx } from './graph.ts';
import { judgeTexts, type TextToJudge } from './judge-texts.ts';
import { makeManifest } from './manifest.ts';
import { openModelJudge } from './model-judge.ts';
import { choosePoints, type Points } from './points.ts';

/** What one disguise does. */
export interface DisguiseFigures {
  readonly disguise: string;
  /** Of scams that have a tip as written, those that still have one. */
  readonly kept: Share;
  /** Of scams that have none, those that get one. */
  readonly gained: Share;
  /** Of honest texts without a tip, those that get one. */
  readonly falsely: Share;
}

export interface JudgedFolds {
  readonly rows: readonly JudgedRow[];
  readonly disguises: readonly DisguiseFigures[];
}

/** Authored texts as they were written: what is counted. */
export function isCounted({ source, drawn }: Row): boolean {
  return source === 'authored' && drawn !== true;
}

/** Points of each fold, chosen on the rows of the others, each scored by a model that never saw its file. */
export function pointsOfFolds({ rows, folds }: Pick<FoldedRows, 'rows' | 'folds'>, scores: ArrayLike<number>): readonly Points[] {
  return Array.from({ length: Math.max(...folds) + 1 }, (_, fold) => {
    const others = rows.flatMap((__, i) => (folds[i] === fold ? [] : [i]));
    return choosePoints(others.map((i) => rows[i] as Row), others.map((i) => scores[i] as number));
  });
}

/** @param every so many texts apart are judged disguised as well */
export async function judgeFolds(folded: FoldedRows, { nets, judged }: FoldedNetworks, every = 3): Promise<JudgedFolds> {
  const { rows, folds, heads, columns, recipe } = folded;
  const points = pointsOfFolds(folded, judged.scores);
  const kernel = createFeatureKernel();
  const tables = tablesPayload();
  const conceptsSha256 = formsDigest(formTable(conceptForms((text) => kernel.fold(text))));
  const plain: JudgedRow[] = [];
  const pairs = DISGUISES.map((): { readonly before: JudgedRow; readonly after: JudgedRow }[] => []);
  for (const [fold, net] of nets.entries()) {
    const onnx = scamOnnx(heads[fold] as FoldedRows['heads'][number], columns[fold] as FoldedRows['columns'][number], net);
    const manifest = makeManifest({
      normaliserSha256: sha256(tables), modelSha256: sha256(onnx), conceptsSha256, margin: recipe.margin, points: points[fold] as Points,
      training: { sha256: '', rows: rows.length, recipe: { ...recipe }, command: '' }, sources: [],
    });
    const judge = await openModelJudge(packScamAsset(onnx, manifest, tables));
    try {
      const texts = rows.flatMap((row, i): TextToJudge[] => (folds[i] === fold && isCounted(row) ? [row] : []));
      const said = await judgeTexts(judge, texts);
      // A first message is decided by its conversation, and there is no model of those for a fold.
      plain.push(...said.map((row) => ({ ...row, shown: undefined })));
      const some = texts.flatMap((text, i) => (i % every === 0 ? [{ text, before: said[i] as JudgedRow }] : []));
      for (const [n, disguise] of DISGUISES.entries()) {
        const rng = createRng(recipe.seed + n);
        for (const { text, before } of some) {
          const other = disguised(text.text, disguise, rng);
          if (other === text.text) continue;
          const [after] = await judgeTexts(judge, [{ ...text, text: other }]);
          pairs[n]?.push({ before, after: after as JudgedRow });
        }
      }
    } finally {
      await judge.close();
    }
  }
  return { rows: plain, disguises: DISGUISES.map(({ name }, n) => disguiseFigures(name, pairs[n] ?? [])) };
}

/** @param pairs a text as written, and disguised */
export function disguiseFigures(disguise: string, pairs: readonly { readonly before: JudgedRow; readonly after: JudgedRow }[]): DisguiseFigures {
  const tippedAfter = (of: typeof pairs): Share => countShare(of.filter(({ after }) => isTipped(after)).length, of.length);
  const scams = pairs.filter(({ before }) => before.label === 'scam');
  return {
    disguise, kept: tippedAfter(scams.filter(({ before }) => isTipped(before))), gained: tippedAfter(scams.filter(({ before }) => !isTipped(before))),
    falsely: tippedAfter(pairs.filter(({ before }) => isHonest(before) && !isTipped(before))),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
