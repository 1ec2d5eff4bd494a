/**
 * What page, worker and `inward doctor` agree on about the seal (DESIGN §2.1). The page shows the worker its form by the
 * worker's name; the worker answers with one report before it accepts anything.
 */

/** The one header of the worker file's response, byte for byte. Anything else is refused, stricter or not. */
export const SEAL_HEADER_NAME = 'Content-Security-Policy';
export const SEAL_HEADER_VALUE = "default-src 'none'; script-src 'wasm-unsafe-eval'";

/** Policy of the frame that starts the worker where a host can set no header. `scriptSha256` is base64. */
export function framePolicy(scriptSha256: string): string {
  return `default-src 'none'; script-src 'sha256-${scriptSha256}' 'wasm-unsafe-eval' blob:; worker-src blob:`;
}

/** `off` removes the globals but proves nothing. */
export type WorkerForm = 'header' | 'frame' | 'off';

const NAME_PREFIX = 'inward ';

export function workerName(form: WorkerForm): string {
  return NAME_PREFIX + form;
}

/** A worker that somebody else named is judged as the header form: the stricter table. */
export function workerForm(name: string): WorkerForm {
  const form = name.startsWith(NAME_PREFIX) ? name.slice(NAME_PREFIX.length) : '';
  return form === 'frame' || form === 'off' ? form : 'header';
}

/** First message of the worker. `failed` names the attempts that got through and the globals that stayed. */
export interface SealReport {
  readonly inward: 'report';
  readonly version: string;
  readonly form: WorkerForm;
  readonly sealed: boolean;
  readonly failed: readonly string[];
}

export function isSealReport(value: unknown): value is SealReport {
  return typeof value === 'object' && value !== null && (value as { inward?: unknown }).inward === 'report';
}
