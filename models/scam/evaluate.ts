// Numbers on the development sources. They were never trained on or tuned to; this file only counts.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { areaUnderCurve, firedAbove, type Fired } from '../build/metrics.ts';
import type { FeatureKernel } from '../build/kernel.ts';
import { readRows, scamFolder, type Row } from './dataset.ts';
import { CLASSES, type Label } from './shape.ts';

export interface SourceResult {
  readonly source: string;
  readonly label: Label;
  /** Messages the gate gives no verdict on; they count as not flagged. */
  readonly gated: number;
  readonly tip: Fired;
  readonly strong: Fired;
}

export interface Evaluation {
  readonly command: string;
  readonly modelSha256: string;
  readonly points: { readonly tip: number; readonly strong: number };
  readonly note: string;
  readonly results: readonly SourceResult[];
  /** Scams against ham per file, threshold-free; null where a file lacks one. */
  readonly auc: Readonly<Record<string, number | null>>;
}

/** Share of the class scam as the kernel gives it; 0 where the gate gives no verdict. */
export function scoreRows(kernel: FeatureKernel, rows: readonly Row[]): { readonly scores: number[]; readonly gated: boolean[] } {
  const gated: boolean[] = [];
  const scores = rows.map((row) => {
    const features = kernel.extract(row.text);
    gated.push(features.gated);
    return features.gated ? 0 : kernel.score()[2] ?? 0;
  });
  return { scores, gated };
}

export function evaluate(kernel: FeatureKernel, dir: string, points: Evaluation['points'], modelSha256: string): Evaluation {
  const folder = join(scamFolder(dir), 'dev');
  const results: SourceResult[] = [];
  const auc: Record<string, number | null> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz')).sort()) {
    const source = file.replace('.jsonl.gz', '');
    const rows = readRows(join(folder, file), source);
    const { scores, gated } = scoreRows(kernel, rows);
    const of = (label: Label): number[] => scores.filter((_, i) => rows[i]?.label === label);
    for (const label of CLASSES) {
      if (of(label).length === 0) continue;
      results.push({
        source, label, gated: gated.filter((is, i) => is && rows[i]?.label === label).length,
        tip: firedAbove(of(label), points.tip), strong: firedAbove(of(label), points.strong),
      });
    }
    auc[source] = areaUnderCurve(of('scam'), of('ham'));
  }
  return {
    command: 'npm run models:build -- scam --data DIR --eval-only', modelSha256, points,
    note: 'rate: share flagged at the point, over all messages, gated ones counted as not flagged; recall for scam, false positives for ham. random10 is a tenth of the training sources and flatters.',
    results, auc,
  };
}

export function formatEvaluation(evaluation: Evaluation): string {
  const percent = (fired: Fired): string => (fired.rate === null ? '–' : `${(fired.rate * 100).toFixed(2)} %`);
  const lines = evaluation.results.map((r) =>
    `| ${r.source} | ${r.label} | ${r.tip.n} | ${r.gated} | ${percent(r.tip)} | ${percent(r.strong)} |`);
  return ['| source | label | messages | gated | tip | strong |', '|---|---|---|---|---|---|', ...lines].join('\n');
}
