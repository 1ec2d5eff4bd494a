import type { ReportKey } from './report-words.ts';

/** Why there is no preview. */
export function lackOf(error: unknown): ReportKey {
  const code = codeOf(error);
  return code === 'limit-exceeded' ? 'too-long' : code === 'recipient-key-expired' ? 'no-key' : 'expired';
}

/** Whether it was built for a key or terms that are past: it has to be built anew. */
export function isPast(error: unknown): boolean {
  return ['recipient-key-expired', 'policy-mismatch'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown }).code);
}
