import { fromWireError, SafetyError, type SafetyErrorCode, type WireResult } from '../contract/errors.ts';
import { SEAL_HEADER_NAME, SEAL_HEADER_VALUE } from '../contract/seal.ts';

/** Sentences that say what to do. None carries an address beyond the assets folder's file names. */
const SENTENCES = {
  'asset-unavailable': (name: string) => `${name} could not be loaded from the assets folder. Copy it there with: npx inward assets DIR`,
  'asset-integrity': (name: string) => `${name} in the assets folder differs from the published file. Copy it again with: npx inward assets DIR`,
  'asset-mismatch': (name: string) => `${name} in the assets folder belongs to another version of inward. Copy the assets again with: npx inward assets DIR`,
} as const;

export function assetError(code: keyof typeof SENTENCES, name: string, cause?: unknown): SafetyError {
  return new SafetyError(code, SENTENCES[code](name), cause === undefined ? undefined : { cause });
}

export function insecureContext(): SafetyError {
  return new SafetyError('insecure-context',
    'The assets can be checked in a secure context only: https, localhost, or a scheme that the shell registers as secure.');
}

/** Why a form did not close, for the text of `seal-failed`. */
export interface FormFailure {
  readonly form: 'header' | 'frame';
  readonly why: string;
}

export function sealFailed(failures: readonly FormFailure[]): SafetyError {
  const lines = failures.map(({ form, why }) => `${form} form: ${why}`).join('; ');
  return new SafetyError('seal-failed',
    `The safety worker could not be closed (${lines}). Serve worker*.js with exactly this one header: ${SEAL_HEADER_NAME}: ${SEAL_HEADER_VALUE}`);
}

export function lost(code: Extract<SafetyErrorCode, 'worker-failed' | 'deadline' | 'disposed'>): SafetyError {
  if (code === 'deadline') return new SafetyError(code, 'The safety worker gave no answer in time and was ended.');
  if (code === 'disposed') return new SafetyError(code, 'This Safety was disposed.');
  return new SafetyError(code, 'The safety worker stopped.');
}

/** What an engine call came to, as a value or as the class of error the worker meant. */
export function unwrap(result: WireResult<unknown>): { readonly value: unknown } | { readonly error: Error } {
  return result.ok ? { value: result.value } : { error: fromWireError(result.error) };
}
