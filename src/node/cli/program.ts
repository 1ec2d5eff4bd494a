import { Command, CommanderError } from 'commander';
import { isSafetyError } from '../../contract/errors.ts';
import { assetsCommand } from './assets.ts';
import { coverCommand } from './cover.ts';
import { doctorCommand } from './doctor.ts';
import { evalCommand } from './eval.ts';
import { CommandFailure, EXIT, type Done } from './failure.ts';
import { findPackageRoot } from './package-root.ts';
import { reportCommand } from './report.ts';
import { screenCommand } from './screen.ts';
import { wordsCommand } from './words.ts';

/** Runs one command and returns its exit code; nothing is thrown. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = new Command('inward')
    .description('On-device safety for end-to-end encrypted messengers. Everything runs on this machine; nothing is sent.')
    .version(findPackageRoot().version)
    .showHelpAfterError('(--help lists what there is)');
  const done: Done = (code) => { exitCode = code; };
  for (const make of [screenCommand, coverCommand, wordsCommand, evalCommand, reportCommand, assetsCommand, doctorCommand]) program.addCommand(make(done));
  exitInsteadOfLeaving(program);

  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has printed its own sentence. Help and version that were asked for are no failure.
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  if (error instanceof CommandFailure) {
    process.stderr.write(`inward: ${error.message}\n`);
    return error.exitCode;
  }
  if (isSafetyError(error)) {
    process.stderr.write(`inward: ${error.message} (${error.code})\n`);
    return EXIT.failed;
  }
  // Unforeseen errors may quote what was being read: only their class is shown.
  const name = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`inward: unexpected failure (${name}). Please report it with the command you ran.\n`);
  if (process.env['INWARD_DEBUG'] === '1' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return EXIT.failed;
}

function exitInsteadOfLeaving(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) exitInsteadOfLeaving(child);
}
