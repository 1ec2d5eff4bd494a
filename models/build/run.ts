// npm run models:build -- NAME --data DIR: see arguments.ts

import { buildCascade } from '../chain/cascade/build.ts';
import { saveCascadeCard } from '../chain/cascade/card.ts';
import { runChain } from '../chain/evaluate.ts';
import { buildContact } from '../contact/build.ts';
import { saveContactCard } from '../contact/card.ts';
import { judgeContact } from '../contact/judge.ts';
import { runNames } from '../names/card.ts';
import { buildScam } from '../scam/build.ts';
import { saveCard } from '../scam/card.ts';
import { measureFolds } from '../scam/cross-validate.ts';
import { evaluateScam } from '../scam/evaluate.ts';
import { countOwnRows, readOwnRows, type TrainingSources } from '../scam/own-rows.ts';
import { buildThreads } from '../scam/thread-build.ts';
import { HELP, parseBuild, parseCascade, parseContact, parseNames, type ContactRequest } from './arguments.ts';

async function main(): Promise<void> {
  const say = (line: string): void => { process.stdout.write(`${line}\n`); };
  if (process.argv.slice(2).join(' ') === 'threads') {
    buildThreads(say);
    return;
  }
  if (process.argv[2] === 'contact') {
    runContact(parseContact(process.argv.slice(3)), say);
    return;
  }
  if (process.argv[2] === 'chain') {
    runChain(say);
    return;
  }
  if (process.argv[2] === 'cascade') {
    if (parseCascade(process.argv.slice(3)) === 'card') saveCascadeCard();
    else buildCascade(say);
    return;
  }
  if (process.argv[2] === 'names') {
    runNames(parseNames(process.argv.slice(3)), say);
    return;
  }
  const request = parseBuild(process.argv.slice(2));
  if (request === null) {
    process.stdout.write(HELP);
    return;
  }
  if (request.train) {
    const sources: TrainingSources = { data: request.data, own: readOwnRows(request.files) };
    countOwnRows(sources.own).forEach(say);
    await buildScam(sources, say);
  }
  if (request.card) saveCard();
  if (request.validate || request.ablate) await measureFolds(request, say);
  if (request.evaluate && request.data !== null) await evaluateScam(request.data, say);
}

function runContact(request: ContactRequest, say: (line: string) => void): void {
  if (request === 'help') process.stdout.write(HELP);
  else if (request === 'judge') judgeContact(say);
  else if (request === 'train') buildContact(say);
  if (request === 'train' || request === 'card') saveContactCard();
}

main().catch((error: unknown) => {
  process.stderr.write(`models:build: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
