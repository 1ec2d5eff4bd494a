// npm run models:build -- scam --data DIR --cross-validate [--ablate]: figures on the authored corpus. Trains models to count by; none of them ships.

import { reportScams } from '../../src/node/eval/scam-report.ts';
import { ABLATION_NETWORK, ablate, ruleLayer } from './ablations.ts';
import { saveCard } from './card.ts';
import { loadData } from './dataset.ts';
import { saveEval, type Ablation } from './eval-file.ts';
import { judgeFolds } from './fold-judge.ts';
import { foldNetworks, foldRows, type FoldedNetworks, type FoldedRows } from './fold-models.ts';
import { FOLDS } from './folds.ts';
import { MODEL_FOLDER } from './manifest.ts';
import { FEATURE_VERSION } from './shape.ts';
import { RECIPE, type Recipe } from './train.ts';
import { withTrainers, type Trainers } from './trainers.ts';

type Say = (line: string) => void;

const COMMAND = 'npm run models:build -- scam --data DIR --cross-validate';

export interface Measured {
  readonly data: string | null;
  readonly validate: boolean;
  readonly ablate: boolean;
}

/** A fold a thread. What is done is written at once. Never reads DIR/scam/dev. */
export function measureFolds(measured: Measured, say: Say, recipe: Recipe = RECIPE): Promise<void> {
  return withTrainers((trainers) => measureBy(trainers, measured, say, recipe));
}

async function measureBy(trainers: Trainers, { data, validate, ablate: parts }: Measured, say: Say, recipe: Recipe): Promise<void> {
  const start = performance.now();
  const tell: Say = (line) => { say(`${String(Math.round((performance.now() - start) / 1000)).padStart(5)} s  ${line}`); };
  const folded = await foldRows(loadData({ data, own: [] }, recipe.seed).rows, recipe, trainers, tell);
  if (validate) await saveCrossValidation(folded, await foldNetworks(folded, trainers), tell);
  if (parts) await saveAblations(folded, trainers, tell);
}

export async function saveCrossValidation(folded: FoldedRows, networks: FoldedNetworks, say: Say, home: URL = MODEL_FOLDER): Promise<void> {
  say('networks of the folds');
  const { rows, disguises } = await judgeFolds(folded, networks);
  const report = reportScams(rows, ['lang', 'family', 'kind']);
  saveEval({
    crossValidation: { command: COMMAND, folds: FOLDS, network: folded.recipe.deep, featureVersion: FEATURE_VERSION, report }, disguises, ruleLayer: ruleLayer(folded, networks.judged.scores),
  }, home);
  saveCard(home);
  say(`${rows.length} authored texts judged, each by a model that never saw its file`);
}

export async function saveAblations(folded: FoldedRows, trainers: Trainers, say: Say, home: URL = MODEL_FOLDER): Promise<void> {
  const done: Ablation[] = [];
  for await (const one of ablate(folded, trainers)) {
    done.push(one);
    saveEval({ ablations: done, ablationNetwork: ABLATION_NETWORK }, home);
    saveCard(home);
    say(one.name);
  }
}
