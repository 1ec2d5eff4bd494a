import { isSafetyError, type SafetyErrorCode } from '../../contract/errors.ts';

/** Exit codes of every command: done, something failed, the command line itself was wrong, stopped by Ctrl-C. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** How a command that ran to its end hands back its exit code. */
export type Done = (exitCode: number) => void;

/** A failure told in one plain sentence on stderr. It may name a file or a flag, never what stands in a message. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.failed, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

export interface LineError {
  readonly code: SafetyErrorCode;
  readonly message: string;
}

/** One line of input could not be judged; the run goes on. */
export class LineFailure extends Error {
  override readonly name = 'LineFailure';
  readonly code: SafetyErrorCode;

  constructor(code: SafetyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * What a line's error says. The engine's own TypeError and RangeError name a field, never its value, so their words pass;
 * anything unforeseen may quote what was being read, so its words stay behind.
 */
export function toLineError(error: unknown): LineError {
  if (error instanceof LineFailure || isSafetyError(error)) return { code: error.code, message: error.message };
  if (error instanceof RangeError) return { code: 'limit-exceeded', message: error.message };
  if (error instanceof TypeError) return { code: 'message-invalid', message: error.message };
  return { code: 'worker-failed', message: 'The message could not be screened.' };
}

/** The sentence for a system error of the file system, with the path the person typed. */
export function fileFailure(action: string, path: string, error: unknown): CommandFailure {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? 'unknown error';
  const why = FILE_ERRORS[code] ?? code;
  return new CommandFailure(`Cannot ${action} ${path}: ${why}.`, EXIT.failed, { cause: error });
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'it exists already',
  ENOSPC: 'the disk is full',
};
