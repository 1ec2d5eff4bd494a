import { readFileSync, writeFileSync } from 'node:fs';
import { contactTables } from '../../src/node/eval/contact-tables.ts';
import { markdownTable } from '../../src/node/eval/table.ts';
import { SILENCES, STRATA, type ContactScorecard } from '../../src/contract/contact-scorecard.ts';
import { CONTACT_FOLDER, readContactManifest, type ContactManifest } from './build.ts';
import { WITHOUT_POINTS } from './features.ts';
import { packContact } from './graph.ts';
import { readContactEval, type ContactEval } from './eval-file.ts';
import type { ContactReport } from './measure.ts';
import { COLUMN_SOURCES, RATES } from './simulator/rates.ts';
import { JUDGED_WORLDS } from './simulator/worlds.ts';

/** card.md, so that no number in it is typed by hand. */
export function contactCard({ modelSha256, simulatorSha256, recipe, states }: ContactManifest, card: ContactScorecard, figures: ContactEval | null): string {
  return `# Contact model

**Read this first.** No data of real victims or offenders was used. Every result on this page is a property of a simulator. Recall in the real world
is unknown and probably lower. Patient, slow or connected offenders (family, a coach) will be missed. Most notices will concern harmless people.
Age bands are often wrong. A service's hints can be abused if whoever issues them is. Never use what this model says for sanctions, reports or
parental alerts. Before any claim that it protects anybody, an independent field study with consent is needed.

Written by \`npm run models:build -- contact\` (trains) and \`npm run models:build -- contact --judge\` (judges); numbers come from \`manifest.json\`, \`eval.json\`
and the files of the simulator. Model: SHA-256 \`${modelSha256}\`. Rates and worlds: SHA-256 \`${simulatorSha256}\`.

## Form
An additive scorecard over 36 bucketed signals (\`src/contract/contact-signals.ts\`). Points are whole, never below zero and never fall along a signal's buckets; what
is not known adds nothing. So one more fact known to be graver never lowers a level, and forgetting one fact never raises it unless all that the host
says of a group is gone: then lower lines hold, chosen so that false notices do not rise. \`strong\` needs two groups of evidence with at least
${card.groupFloor} points each, names and pictures left out, and somebody adult or of unknown age who writes to a minor; so cues of the text alone never reach it. In groups of more than
20 members nothing is said.

${markdownTable({ head: ['signal', 'points by bucket, from what tells least'], rows: Object.entries(card.points).map(([name, points]) => [name, points.join(' · ')]) })}

${markdownTable({ head: ['both', 'and', 'points more'], rows: card.pairs.map(({ both: [a, b], points }) => [a.join(' '), b.join(' '), String(points)]) })}

Where notices begin, by what the host says nothing of:

${markdownTable({ head: ['silent on', ...STRATA.map((stratum) => `tip, ${stratum}`), 'strong'], rows: SILENCES.map((silence) => [silence, ...STRATA.map((stratum) => String(card.lines[silence][stratum])), String(card.lines[silence].strong)]) })}

No points, by decision: ${Object.entries(WITHOUT_POINTS).map(([name, why]) => `${name} (${why})`).join('; ')}.

## Simulator
Rates and worlds were committed before any training. Changed since: how a plan's worth is counted for adversaries who seek one person (their number of
contacts was a constant of sampling and made every one of them hide at any price; \`simulator/adapt.ts\`), before the first model was chosen. No rate was changed.
Threads are drawn, not adversaries: one who contacts a tenth as many people is met a tenth as often. "Each adversary alike" counts them the other way.

${markdownTable({ head: ['rate', 'middle', 'swept over', 'source'], rows: Object.entries(RATES).map(([name, { middle, low, high, source }]) => [name, String(middle), `${low}–${high}`, source]) })}

Tables by role are in \`models/contact/simulator/rates.ts\`. With a source: ${Object.entries(COLUMN_SOURCES).flatMap(([role, columns]) => Object.entries(columns).map(([column, source]) => `${role} ${column} (${source})`)).join('; ')}; the share
of people met online (${RATES.onlinePeers.source}). All others are assumed.

Trained on ${states} states of threads in worlds of seeds that no figure below uses: ${Object.entries(recipe).map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ')}.

## In the package
What the package hands the scorecard is less than what the simulator plays. No vector of a message has \`joinedAfterBlock\`, \`burst\` or \`avatarLike\` (pictures are compared only when an app asks, beside this), which have points
here; names are compared only of strangers. In direct chats nobody known to be adult reaches a minor as a stranger (they are denied), and whom one accepted from the first message on begins no thread, so of "adult or unknown to
minor" the package tells only of people of unknown age there. Where a count begins later than its conversation, who began and who answers is not known. So figures of impersonators and of adults who write to minors are
upper bounds for what the package does.

${figures === null ? 'Not judged yet.' : figuresPart(figures, modelSha256)}
`;
}

function figuresPart({ command, judged, modelSha256, middle, worlds }: ContactEval, shipped: string): string {
  return `## Figures
\`${command}\`. Judged worlds were played by it ${judged === 1 ? 'once' : `${judged} times`}, all models together; nothing was chosen by them.
${modelSha256 === shipped ? '' : `\n**These figures are of another model**, \`${modelSha256}\`.\n`}
"Told of" is any notice, tip or strong. Roles with * are the high-contact ones that the bar is for; the others are listed for what they are.
At shares of harmful threads this low a small calibration error is easy: most threads are told nothing and nothing comes of them.

![What each assumed rate moves](tornado.svg)

${part('The middle world, a seed of its own', middle, false)}

${worlds.map((report) => part(`Judged: ${report.world}. ${JUDGED_WORLDS[report.world as keyof typeof JUDGED_WORLDS].about}`, report, true)).join('\n\n')}`;
}

function part(title: string, report: ContactReport, shifted: boolean): string {
  return `### ${title}\nSeed ${report.seed}; ${report.rates.threadsPerTeenYear.toFixed(0)} new threads a teen-year.\n\n${contactTables(report, shifted).map((table) => `**${table.title}**\n\n${markdownTable(table)}`).join('\n\n')}`;
}

export function currentContactCard(): string {
  return contactCard(readContactManifest(), packContact(new Uint8Array(readFileSync(new URL('model.onnx', CONTACT_FOLDER)))), readContactEval());
}

export function saveContactCard(): void {
  writeFileSync(new URL('card.md', CONTACT_FOLDER), currentContactCard());
}
