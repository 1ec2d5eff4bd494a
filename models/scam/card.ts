import { writeFileSync } from 'node:fs';
import type { ScamReport } from '../../src/node/eval/scam-report.ts';
import { sortWorst } from '../../src/node/eval/scam-groups.ts';
import { scamTables } from '../../src/node/eval/scam-tables.ts';
import { figuresJson } from '../build/figures-json.ts';
import type { Fired } from '../build/metrics.ts';
import { markdownTable, type ReportTable } from '../../src/node/eval/table.ts';
import { formatInterval, type Share } from '../../src/node/eval/wilson.ts';
import { barTable } from './bars.ts';
import { CARD_DISGUISES, CARD_LIMITS, CARD_OLDER, CARD_PURPOSE, CARD_RULES, CARD_THREADS } from './card-words.ts';
import { authoredCounts, type AuthoredCounts } from './card-counts.ts';
import { readEval, type Ablation, type CrossValidation, type EvalFile } from './eval-file.ts';
import type { DisguiseFigures } from './fold-judge.ts';
import { FINAL_TESTS, type FinalTest } from './final-files.ts';
import { readFinalRecord, times, type FinalRecord } from './final-record.ts';
import { MODEL_FOLDER, readManifest, type SourceNote } from './manifest.ts';
import { RULES, type Level, type Points } from './points.ts';
import { FEATURE_VERSION } from './shape.ts';
import { threadTables } from './thread-figures.ts';
import { readThreadFile, type ThreadFile } from './thread-file.ts';

/** What the card reads of manifest.json. */
export interface CardManifest {
  readonly inputs: string;
  readonly output: string;
  readonly classes: readonly string[];
  readonly shape: Readonly<Record<string, number>>;
  readonly modelSha256: string;
  readonly normaliserSha256: string;
  readonly points: Points;
  readonly training: {
    readonly sha256: string;
    readonly rows: number;
    readonly validationRows?: number;
    readonly recipe: Readonly<Record<string, unknown>>;
    readonly command: string;
  };
  readonly sources: readonly SourceNote[];
}

export interface CardFacts {
  readonly manifest: CardManifest;
  readonly figures: EvalFile;
  /** By the name of the test; null where it was never scored. */
  readonly finals: Readonly<Record<FinalTest['name'], FinalRecord | null>>;
  readonly authored: AuthoredCounts;
  /** Null where conversations were not trained on. */
  readonly threads: Pick<ThreadFile, 'groups'> | null;
}

const ABSENT = 'Not measured yet.';
const percent = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);

/** card.md, so that no number in it is typed by hand. */
export function writeCard({ manifest, figures, finals, authored, threads }: CardFacts): string {
  return `# Scam model

Written by \`npm run models:build -- scam\` and \`npm run models:final -- scam\`; every number comes from \`manifest.json\`, \`eval.json\`, \`threads.json\`,
\`final.json\`, \`final-second.json\` and the files of the corpus. Model: SHA-256 \`${manifest.modelSha256}\`.

${CARD_PURPOSE}

${data(manifest, authored)}

${points(manifest)}

## Bars
What we set out to reach, before there was a model. Times, bytes and memory are benchmarks and tests.

${markdownTable(barTable({ development: figures.development, second: finals.second, threads: threads?.groups ?? [] }))}

## Second blind test
${finals.second === null ? ABSENT : finalPart('second', finals.second, manifest.modelSha256)}

## First blind test
${finals.first === null ? ABSENT : finalPart('first', finals.first, manifest.modelSha256)}

## Authored corpus, cross-validated
${isOlder(figures) ? `${CARD_OLDER}

` : ''}${figures.crossValidation === null ? ABSENT : crossValidationPart(figures.crossValidation, manifest.training.recipe['deep'])}

## Disguised texts
${isOlder(figures) ? `${CARD_OLDER}

` : ''}${figures.disguises.length === 0 ? ABSENT : `${CARD_DISGUISES}

${markdownTable(disguiseTable(figures.disguises))}`}

## Authored conversations, cross-validated
${threads === null ? ABSENT : `${CARD_THREADS}

${markdown(threadTables(threads.groups))}`}

## Development files
Read ${times(figures.devReads)} by \`models:build\` so far, all models together; \`inward eval scam --data\` reads them too, uncounted. Nothing was trained on them.
${developmentPart(figures, manifest.modelSha256)}

## A rule over named reasons
${isOlder(figures) ? `${CARD_OLDER}

` : ''}${figures.ruleLayer.length === 0 ? ABSENT : `${CARD_RULES}

${markdownTable(ablationTable(figures.ruleLayer))}`}

## Ablations
${figures.ablations.length === 0 ? ABSENT : `What each part is worth, by scores alone, in the folds of the cross-validation; means over languages, and tips over all texts at points of the
other folds.${figures.ablationNetwork === null ? '' : ` All of these networks, the first too, are smaller or shorter than what ships: ${recipeText(figures.ablationNetwork)}.`}

${markdownTable(ablationTable(figures.ablations))}`}

${CARD_LIMITS}

## Rebuilding to the byte
\`${manifest.training.command}\` with training data of SHA-256 \`${manifest.training.sha256}\` and normalisation tables of SHA-256
\`${manifest.normaliserSha256}\` gives \`model.onnx\` with the SHA-256 at the top: chance is seeded, and no clock and no function that differs between machines takes part.
The model is refused with other tables. Recipe: ${recipeText(manifest.training.recipe)}.
`;
}

/** The folds' models read other features than the model that ships. */
const isOlder = ({ crossValidation }: EvalFile): boolean => crossValidation !== null && (crossValidation.featureVersion ?? 2) !== FEATURE_VERSION;

function crossValidationPart({ command, folds, network, report }: CrossValidation, shipped: unknown): string {
  const other = figuresJson(network) === figuresJson(shipped ?? null) ? '' : `\n**The networks of the folds are not those of the recipe below**: ${recipeText(network)}.\n`;
  return `${folds} folds over whole files, each the texts of one family or kind in one language: every text is judged, through the whole engine, by columns, network and language head
that were trained without its file, so without any other of its kind in its language, at points chosen on the other folds. That is harder than new texts of a kind the model has met,
which the operating points above count. \`${command}\`.
${other}
${tables({ ...report, groups: report.groups.map(unshown) })}`;
}

/** A first message is decided by its conversation, and there is no model of those for a fold: judged by itself, it is no figure. */
function unshown({ scamShown: _scam, hamShown: _ham, ...group }: ScamReport['groups'][number]): ScamReport['groups'][number] {
  return group;
}

const recipeText = (recipe: object): string => Object.entries(recipe).map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ');

function ablationTable(rows: readonly Ablation[]): Pick<ReportTable, 'head' | 'rows'> {
  return {
    head: ['model', 'AUC', 'recall at 1 % false', 'at 5 % false', 'scams with a tip (95 %)', 'ham with a tip (95 %)'],
    rows: rows.map(({ name, auc, recallAt1, recallAt5, tip, falsely }) => (
      [name, auc?.toFixed(3) ?? '–', percent(recallAt1), percent(recallAt5), formatInterval(tip, 1), formatInterval(falsely, 1)])),
  };
}

function disguiseTable(rows: readonly DisguiseFigures[]): Pick<ReportTable, 'head' | 'rows'> {
  const counted = (share: Share): string => `${formatInterval(share, 1)}, ${share.hits}/${share.n}`;
  return {
    head: ['disguise', 'tips that stay (95 %)', 'scams without a tip that get one', 'honest texts without a tip that get one'],
    rows: sortWorst(rows, ({ kept }) => kept, 'least').map(({ disguise, kept, gained, falsely }) => [disguise, counted(kept), counted(gained), counted(falsely)]),
  };
}

function data({ training, sources, inputs, output, classes, shape }: CardManifest, { scams, honest, tags, threads }: AuthoredCounts): string {
  const held = training.validationRows === undefined ? '' : `, ${training.validationRows} held back to choose thresholds`;
  const synthetic = sources.filter(({ made }) => made === 'synthetic').map(({ name }) => `\`${name}\``);
  return `## Form
Inputs: ${inputs}. Output: ${output}. Classes: ${classes.join(', ')}. Shape: ${Object.entries(shape).map(([name, n]) => `${name} ${n}`).join(', ')}.

## Data
${training.rows} messages for training${held}. SHA-256 of the training data: \`${training.sha256}\`.

${markdownTable({ head: ['source', 'made', 'licence', 'rows', 'by'], rows: sources.map(({ name, made, licence, rows, by }) => (
    [name, made, licence, rows === undefined ? 'not counted' : `${rows}`, by])) })}

**Found** texts were sent or written by people for their own ends. **Authored** ones were written for this project, CC0, and nobody
sent or received them: ${scams} scams and ${honest} honest texts in ${tags} languages and ways of writing, ${threads.scams} scams and ${threads.honest} honest ones as
conversations. Numbers on them say how well unseen texts of the same writers are told apart, nothing about real traffic.
**Synthetic** ones a program wrote${synthetic.length === 0 ? ': none' : `: ${synthetic.join(', ')}`}. Draws of an authored text with slots filled and carelessness added are seeded augmentation of training.
Long digit runs of found sources were masked before training; the model reads every digit as 0.`;
}

function points({ points: byLanguage }: CardManifest): string {
  const share = (value: number): string => `${Math.round(value * 1e4) / 100} %`;
  const rule = (level: Level): string => `${share(RULES[level].hard)} of authored honest texts that look like scams, ${share(RULES[level].messages)} of found messages and ${share(RULES[level].talk)} of found talk`;
  return `## Operating points
Chosen by language, on its own honest texts, each scored by a model that had not seen it (five folds by text). A tip may flag at most ${rule('tip')}; a
strong notice ${rule('strong')}.

${markdownTable({ head: ['language', 'tip from', 'strong from', 'honest look-alikes flagged', 'strong', 'scams found', 'strong'],
    rows: Object.entries(byLanguage).map(([lang, { tip, strong }]) => [lang, tip.threshold.toFixed(4), strong.threshold.toFixed(4),
      fired(tip.cost.hard), fired(strong.cost.hard), fired(tip.recall), fired(strong.recall)]) })}

A language that is not in the table gets no verdict; where the language is unsure the strictest point holds. A text with fewer than 20
letters (those of scripts without spaces count 3), no link and no run of five digits gets no verdict either.`;
}

const fired = ({ fired: hits, n, rate }: Fired): string => `${percent(rate)} (${hits} of ${n})`;

/** What each test was written down before. */
const FINAL_BEFORE: Readonly<Record<FinalTest['name'], readonly [folder: string, before: string]>> = {
  first: ['final', 'before any training on the corpus; it has since chosen texts for training'], second: ['final-second', 'before any training on the texts added since the first'],
};

function finalPart(name: FinalTest['name'], { command, digest, modelSha256, scored, scorings, report, threads }: FinalRecord, shipped: string): string {
  const [folder, before] = FINAL_BEFORE[name];
  const again = scorings.length < 2 ? [] : scorings.map(({ modelSha256: model, why, recallTip, falselyTip, threadRecall, threadEarly, threadBenign }) => (
    `- Model \`${model.slice(0, 12)}…\`${why === null ? '' : `, again: ${why}`}: a tip for ${formatInterval(recallTip, 1)} of scams, ${formatInterval(falselyTip, 2)} of honest texts${threadRecall === null || threadEarly === null || threadBenign === null ? ''
      : `; of conversations ${formatInterval(threadRecall, 1)} of scams, ${formatInterval(threadEarly, 1)} too early, ${formatInterval(threadBenign, 1)} of honest ones`}`));
  return [
    `Written apart from the corpus, from \`families.md\` alone, by writers who saw neither corpus nor code; SHA-256 \`${digest}\`, written down`,
    `${before} ([${folder}/README.md](${folder}/README.md)). Scored ${times(scored)}. \`${command}\`.`,
    ...again,
    ...(modelSha256 === shipped ? [] : [`\n**These figures are of another model**, \`${modelSha256}\`: this one has not been scored.`]),
    '', tables(report),
    ...(threads === null ? [] : [`\nIts conversations, as the engine decides; SHA-256 \`${threads.digest}\`, written down at the same time.`, '', markdown(threadTables(threads.groups))]),
  ].join('\n');
}

function developmentPart({ development }: EvalFile, shipped: string): string {
  if (development === null) return ABSENT;
  const other = development.modelSha256 === shipped ? '' : `\n**These figures are of another model**, \`${development.modelSha256}\`.\n`;
  return `\`${development.command}\`.
${other}
Weak labels flatter or hide: scams of philippine and exais are rules over a class "spam"; philippine ham holds templated office mail; exais ham and spam are Nigerian
operator and bank notices sorted by their source's taste; indonesian counts small loans as scams; random10 is a tenth of the training sources themselves.

${tables(development.report)}`;
}

function tables(report: ScamReport): string {
  return markdown(scamTables(report));
}

function markdown(list: readonly ReportTable[]): string {
  return list.map((table) => `**${table.title}**\n\n${markdownTable(table)}`).join('\n\n');
}

/** Writes card.md from what stands beside it. */
export function saveCard(folder: URL = MODEL_FOLDER): void {
  writeFileSync(new URL('card.md', folder), currentCard(folder));
}

export function currentCard(folder: URL = MODEL_FOLDER): string {
  return writeCard({
    manifest: readManifest(), figures: readEval(folder), authored: authoredCounts(), finals: finalRecords(folder),
    threads: readThreadFile(),
  });
}

/** The record of each test, as it stands beside the card. */
function finalRecords(folder: URL): CardFacts['finals'] {
  const [first, second] = FINAL_TESTS.map(({ file }) => readFinalRecord(new URL(file, folder)));
  return { first: first ?? null, second: second ?? null };
}
