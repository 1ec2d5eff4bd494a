import type { ReportErrorCode } from './report-codes.ts';

/**
 * Errors carry a code from a closed list and a sentence that says what to do. No text, word, file name or id of a
 * message ever enters one. Codes are only ever added.
 */
export const ERROR_CODES = [
  'seal-failed', 'asset-unavailable', 'asset-integrity', 'asset-mismatch', 'insecure-context', 'wrong-scope',
  'worker-failed', 'deadline', 'limit-exceeded', 'settings-invalid', 'settings-too-new', 'disposed', 'no-wasm',
  'list-unavailable', 'model-invalid', 'language-uncovered', 'store-failed', 'record-refused', 'message-invalid',
  'input-invalid', 'ill-formed-text',
] as const;

export type SafetyErrorCode = (typeof ERROR_CODES)[number];

const BRAND = Symbol.for('inward.SafetyError');

/** Of reports, `SafetyError<ReportErrorCode>`; every other error has a code of `ERROR_CODES`. */
export class SafetyError<Code extends SafetyErrorCode | ReportErrorCode = SafetyErrorCode> extends Error {
  override readonly name = 'SafetyError';
  readonly code: Code;

  constructor(code: Code, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** By brand, not by class, so that it holds across bundles. */
export function isSafetyError(value: unknown): value is SafetyError {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[BRAND] === true;
}

/** How an error travels from the worker: enough to rebuild the right class on the page, nothing more. */
export interface WireError {
  readonly kind: 'safety' | 'type' | 'range' | 'unknown';
  readonly code: SafetyErrorCode;
  readonly message: string;
}

export type WireResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** Messages of unknown errors stay behind: they may quote what was being read. */
export function toWireError(error: unknown): WireError {
  if (isSafetyError(error)) return { kind: 'safety', code: error.code, message: error.message };
  return { kind: 'unknown', code: 'worker-failed', message: 'The worker met an unexpected error.' };
}

/** Rebuilds the class the worker meant. */
export function fromWireError(error: WireError): Error {
  if (error.kind === 'type') return new TypeError(error.message);
  if (error.kind === 'range') return new RangeError(error.message);
  const code = (ERROR_CODES as readonly string[]).includes(error.code) ? error.code : 'worker-failed';
  return new SafetyError(code, error.message);
}
