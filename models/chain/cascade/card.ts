import { writeFileSync } from 'node:fs';
import { CHAIN_RULE } from '../../../src/decide/chain.ts';
import { NOTICE_BUDGETS } from '../../../src/decide/notices/budgets.ts';
import { cascadeTables, swingTable } from '../../../src/node/eval/cascade-tables.ts';
import { markdownTable } from '../../../src/node/eval/table.ts';
import { CASCADE_FOLDER, readCascadeEval, type CascadeEval } from './eval-file.ts';
import type { CascadeReport, ScenarioFigures } from './measure.ts';
import { CASCADE_RATES, CASCADE_SHAPE } from './rates.ts';
import { SCENARIOS } from './scenarios.ts';
import type { Spread } from './spread.ts';
import { foundAfterChanges } from './versions.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const spread = ({ median, low, high }: Spread): string => `${percent(median)} (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
/** Below so much, a change is called none to speak of. */
const LITTLE = 0.05;

/** card.md: no number in it is typed by hand. */
export function cascadeCard({ command, numbersSha256, report, swings }: CascadeEval): string {
  const { people, runs, seed } = report;
  const found = foundAfterChanges().slice(1).map((share, n) => `${n + 1}: ${percent(share)}`).join(', ');
  return `# Chain letters in a simulated population

**Read this first.** Everything here is simulated. No counts of September 2017 are public, so nothing was fitted to them, and no figure says how many people cards would have reached or kept from harm then, or would
in any place. Inward promises mechanisms (a card after the third side or the fifth hop, a pause, a limit, a report that is answered), not a number. What the tables do show is what follows from stated
assumptions, which assumptions it hangs on, and where the mechanisms come too late.

Written by \`${command}\`; numbers come from \`eval.json\` and the files of the simulator. \`npx inward eval cascade\` plays it with other sizes and seeds. Numbers given to it: SHA-256 \`${numbersSha256}\`.

## What the figures say
${saying(report)}

## What is played
Two communities of ${people / 2} people each with few ties between them; groups and one-to-one chats, mostly with people nearby. Over ${CASCADE_SHAPE.days} days strangers write to people of each community: one text for each, which warns it of
the other. Whoever reads a copy may pass it on, less likely with each further copy; some change it, some copy the text instead of forwarding it. People sleep. ${runs} runs (seeds from ${seed}), each another population; within a run every
scenario has the same people, ties, first messages and chances, so that scenarios differ by what they do and by nothing else. Tables show the median run and the range of nine in ten.

- **What the devices do is the package's own code**: which messages are looked at (\`isLongForChain\`), the count of sides and the rule (\`countSources\`, \`chainFound\`: ${CHAIN_RULE.sources} sides within ${CHAIN_RULE.windowMs / 3_600_000} h, or
  ${CHAIN_RULE.hops} hops), and the notice desk (\`grantNotice\`): a card is a tip, and a person sees at most ${NOTICE_BUDGETS.person.tips} tip a week, whatever it is about. What a contact writes that was not forwarded is not looked at.
- **What is a near-copy** is drawn with the share that the kernel which ships still finds of Burmese letters after so many changes ([card](../card.md)): ${found}; after more as after the last. The two texts are
  never taken for copies of each other.
- **A card** is seen when its message is opened, and counts from then on for that text. **The pause** comes where the message that is passed on has a card itself, or came by ${CHAIN_RULE.hops} hops. **The limit** and the pause are the app's:
  who copies the text meets neither.
- **An answer** closes all accounts of strangers that sent the text. What was delivered stays: no service can take it back.

Scenarios: ${SCENARIOS.map(({ name, what }) => `**${name}**: ${what}`).join('; ')}.

${markdownTable({ head: ['rate', 'what', 'middle', 'swept over', 'source'], rows: Object.entries(CASCADE_RATES).map(([name, { what, middle, low, high, source }]) => [name, what, String(middle), `${low}–${high}`, source]) })}

The rest is the shape of the sample, all assumed: ${Object.entries(CASCADE_SHAPE).map(([name, value]) => `${name} ${value}`).join(', ')} (\`models/chain/cascade/rates.ts\`).

## Figures
"Received": it came to their device. "Passed it on": to at least one chat. A scenario with an answer has all that is on the device too.

${cascadeTables(report).map((table) => `### ${table.title}\n${markdownTable(table)}`).join('\n\n')}

### ${swingTable(swings).title}
${swings.people} people, ${swings.runs} runs each (seeds from ${swings.seed}), medians; strangers write first. Widest first.

${markdownTable(swingTable(swings))}

## What it leaves out
Other apps, the street, radio, pictures and voice, translations; people who argue back in a group; a trusted local source that the card leads to, which is its main point and may do more than heeding does here; festival wishes; what a card does to true
warnings, which are passed on in the same way. People answer no card and switch nothing off. Strangers do not adapt: one who writes each person another text is never found by copies.
`;
}

/** Sentences whose numbers, and whose verdict, are those of the figures. */
function saying({ seedings }: CascadeReport): string {
  const of = (seeding: string, name: string): ScenarioFigures => seedings.find((one) => one.seeding === seeding)?.scenarios.find(({ scenario }) => scenario === name) as ScenarioFigures;
  const strangers = (name: string): ScenarioFigures => of('strangers', name);
  const [plain, limit, card, pause, device] = [strangers('nothing'), strangers('limit'), strangers('card'), strangers('card and pause'), strangers('all on the device')];
  const [late, soon] = [strangers('answer in 48 h'), strangers('answer in 4 h')];
  const little = (share: Spread): string => (share.median < LITTLE ? 'hardly changes' : 'lowers');
  const friends = of('friends', 'all on the device');
  return [
    `With nothing, ${spread(plain.received[0])} of people have a text after 24 h, ${spread(plain.received[1])} after 72 h.`,
    `**The card alone ${little(card.fewerReceived[0])} reach in the first 24 h**: ${spread(card.fewerReceived[0])} fewer people; by 72 h ${spread(card.fewerReceived[1])} fewer. It comes late by its nature: the first one in anybody's hands after `
      + `${card.firstCard.median.toFixed(1)} h, and of those who would pass a text on, ${spread(card.warned)} had seen its card before. ${spread(card.atFirst)} of them would at the first copy they read, of which no device can know that it is one of many unless it came by five hops. And who was told once this week is not told again.`,
    `With the pause: ${spread(pause.fewerReceived[0])} fewer at 24 h, ${spread(pause.fewerReceived[1])} at 72 h. The limit alone, which needs no card: ${spread(limit.fewerReceived[0])} and ${spread(limit.fewerReceived[1])}. `
      + `All on the device: ${spread(device.fewerReceived[0])} and ${spread(device.fewerReceived[1])}.`,
    `An answer of the service within 48 h leaves ${spread(late.fewerReceived[1])} fewer people at 72 h, one within 4 h ${spread(soon.fewerReceived[1])}.`,
    `Where the same first messages come from contacts instead of strangers, all on the device makes ${spread(friends.fewerReceived[0])} fewer at 24 h and ${spread(friends.fewerReceived[1])} at 72 h, of more people: what comes from a contact is read and believed.`,
    `Held against what is published: the limit cuts chats that a text is passed on to by ${spread(limit.fewerSends)} over the whole cascade (WhatsApp, 2019: about 25 % of all forwards), and those of messages that came by five hops by ${spread(limit.fewerOften)} `
      + '(WhatsApp, April 2020: about 70 %). Here fewer of them come about in the first place.',
  ].map((line) => `- ${line}`).join('\n');
}

export function saveCascadeCard(): void {
  const figures = readCascadeEval();
  if (!figures) throw new Error('There is no eval.json: run npm run models:build -- cascade first.');
  writeFileSync(new URL('card.md', CASCADE_FOLDER), cascadeCard(figures));
}
