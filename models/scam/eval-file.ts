import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ScamReport } from '../../src/node/eval/scam-report.ts';
import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import { figuresJson } from '../build/figures-json.ts';
import type { DeepRecipe } from './deep.ts';
import type { DisguiseFigures } from './fold-judge.ts';
import { MODEL_FOLDER } from './manifest.ts';

/** What leaving something out, or another architecture, comes to: means over languages. */
export interface Ablation {
  readonly name: string;
  readonly auc: number | null;
  readonly recallAt1: number | null;
  readonly recallAt5: number | null;
  /** Over all texts, at points chosen on other folds: scams with a tip, and ham. */
  readonly tip: Share;
  readonly falsely: Share;
}

/** models/scam/eval.json. What has not been measured is null. */
export interface EvalFile {
  /** How often a command has read DIR/scam/dev, all models together. */
  readonly devReads: number;
  readonly development: { readonly command: string; readonly modelSha256: string; readonly report: ScamReport } | null;
  /** Every authored text judged once, by a model that was trained without its whole file. */
  readonly crossValidation: CrossValidation | null;
  /** The same models: each text plain and disguised. */
  readonly disguises: readonly DisguiseFigures[];
  /** A rule over named reasons beside the model, the model alone first. */
  readonly ruleLayer: readonly Ablation[];
  readonly ablations: readonly Ablation[];
  /** What all of these networks differ by from the recipe; null: by nothing. */
  readonly ablationNetwork: Partial<DeepRecipe> | null;
}

export interface CrossValidation {
  readonly command: string;
  readonly folds: number;
  /** The network's recipe: what ships has the one in manifest.json. */
  readonly network: DeepRecipe;
  /** Of the features that the folds' models read, disguises and rules included (shape.ts); absent: 2. */
  readonly featureVersion?: number;
  readonly report: ScamReport;
}

const NOTHING: EvalFile = { devReads: 0, development: null, crossValidation: null, disguises: [], ruleLayer: [], ablations: [], ablationNetwork: null };

export function readEval(folder: URL = MODEL_FOLDER): EvalFile {
  const file = new URL('eval.json', folder);
  return existsSync(file) ? { ...NOTHING, ...JSON.parse(readFileSync(file, 'utf8')) as Partial<EvalFile> } : NOTHING;
}

/** Puts new figures in the place of old ones; the others stay as they are. */
export function saveEval(figures: Partial<Omit<EvalFile, 'devReads'>>, folder: URL = MODEL_FOLDER): EvalFile {
  return write({ ...readEval(folder), ...figures }, folder);
}

/** To be called before the first development file is opened, so that a run that breaks off counts too. */
export function countDevRead(folder: URL = MODEL_FOLDER): number {
  const before = readEval(folder);
  return write({ ...before, devReads: before.devReads + 1 }, folder).devReads;
}

function write(figures: EvalFile, folder: URL): EvalFile {
  const { devReads, development, crossValidation, disguises, ruleLayer, ablations, ablationNetwork } = figures;
  writeFileSync(new URL('eval.json', folder), figuresJson({ devReads, development, crossValidation, disguises, ruleLayer, ablations, ablationNetwork }));
  return readEval(folder);
}

/** The means over languages of a report: what is compared from one model to the next. The language with few texts counts like the others. */
export function ablationOf(name: string, { ranking, groups }: Pick<ScamReport, 'ranking' | 'groups'>): Ablation {
  const languages = ranking.filter(({ lang }) => lang !== 'all');
  const mean = (values: readonly (number | null | undefined)[]): number | null => {
    const known = values.filter((value) => typeof value === 'number');
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return {
    name, auc: mean(languages.map(({ auc }) => auc)),
    recallAt1: mean(languages.map(({ at1 }) => at1?.recall.share)), recallAt5: mean(languages.map(({ at5 }) => at5?.recall.share)),
    tip: groups[0]?.scamRecallTip ?? countShare(0, 0), falsely: groups[0]?.hamFlaggedTip ?? countShare(0, 0),
  };
}
