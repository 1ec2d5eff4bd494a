import { Command } from 'commander';
import { evalCascadeCommand } from './eval-cascade.ts';
import { evalContactCommand } from './eval-contact.ts';
import { evalHiddenWordsCommand } from './eval-hidden-words.ts';
import { evalNudgesCommand } from './eval-nudges.ts';
import { evalScamCommand } from './eval-scam.ts';
import type { Done } from './failure.ts';

export function evalCommand(done: Done): Command {
  return new Command('eval')
    .description('Measure what is found and what is wrongly flagged, on labelled files of your own.')
    .addCommand(evalScamCommand(done))
    .addCommand(evalHiddenWordsCommand(done))
    .addCommand(evalNudgesCommand(done))
    .addCommand(evalContactCommand(done))
    .addCommand(evalCascadeCommand(done));
}
