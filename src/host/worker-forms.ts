import type { SealForm } from '../contract/safety.ts';
import { SEAL_HEADER_VALUE, workerName, type SealReport } from '../contract/seal.ts';
import type { AssetName } from '../contract/assets.ts';
import type { PageAssets } from './assets.ts';
import { assetError, sealFailed, type FormFailure } from './errors.ts';
import { firstReport, type Line, type LiveWorker } from './live-worker.ts';
import { trustedScriptUrl } from './trusted-types.ts';

/** A worker says its report about 15 ms after its start; this is for machines that are very busy. */
const REPORT_PATIENCE_MS = 10_000;

export type SealChoice = 'auto' | 'header' | 'frame' | 'off';

/** How a worker was opened, and how to open its like again after a loss. */
export interface OpenedForm {
  readonly seal: SealForm;
  readonly live: LiveWorker;
  readonly reopen: () => Promise<LiveWorker>;
}

/** Where a worker comes from. */
export interface WorkerSource {
  readonly assets: PageAssets;
  /** Version of this bundle. */
  readonly version: string;
  /** Which of the two workers: its file for a form of the seal. */
  readonly file: (form: string) => AssetName;
}

/**
 * Opens the worker in the first form that closes: header, then frame. @throws {SafetyError} seal-failed with the header
 * that is missing; asset-unavailable, asset-integrity or asset-mismatch where the worker's file is at fault.
 */
export async function openBestForm(source: WorkerSource, choice: SealChoice): Promise<OpenedForm> {
  if (choice === 'off') {
    const reopen = (): Promise<LiveWorker> => openUnsealed(source);
    return { seal: 'off', live: await reopen(), reopen };
  }
  const failures: FormFailure[] = [];
  for (const form of choice === 'auto' ? ['header', 'frame'] as const : [choice]) {
    const attempt = form === 'header' ? openHeader : openFrameForm;
    const result = await attempt(source);
    if (typeof result !== 'string') return { seal: form, live: result, reopen: () => again(attempt, source, form) };
    failures.push({ form, why: result });
  }
  throw sealFailed(failures);
}

type Attempt = (source: WorkerSource) => Promise<LiveWorker | string>;

async function again(attempt: Attempt, source: WorkerSource, form: 'header' | 'frame'): Promise<LiveWorker> {
  const result = await attempt(source);
  if (typeof result === 'string') throw sealFailed([{ form, why: result }]);
  return result;
}

/** @returns why the form does not close, else the closed worker. */
async function openHeader({ assets, version, file }: WorkerSource): Promise<LiveWorker | string> {
  const { enforced, reportOnly } = await assets.policy(file('header'));
  // Compared before the worker runs: a header with `report-uri` would already tell a server about the self-test.
  if (enforced === null) return 'its file comes without the header';
  if (enforced.trim() !== SEAL_HEADER_VALUE || reportOnly !== null) return 'its file comes with another policy header';
  return judge(await startWorker(assets.address(file('header')), 'header'), version);
}

async function openFrameForm({ assets, version, file }: WorkerSource): Promise<LiveWorker | string> {
  const { openFrame } = await import('./frame-form.ts');
  const line = await openFrame(await assets.load(file('frame')), workerName('frame'));
  return typeof line === 'string' ? line : judge(await reportOf(line), version);
}

async function openUnsealed({ assets, version, file }: WorkerSource): Promise<LiveWorker> {
  const live = await startWorker(assets.address(file('off')), 'off');
  if (live === undefined) throw assetError('asset-unavailable', file('off'));
  checkVersion(live, version);
  return live;
}

function judge(live: LiveWorker | undefined, version: string): LiveWorker | string {
  if (live === undefined) return 'the worker could not be started';
  checkVersion(live, version);
  if (live.report.sealed) return live;
  live.line.end();
  return `the self-test got through by ${named(live.report)}`;
}

/** Names come from the worker: only what looks like the name of an attempt or a global is repeated. */
function named(report: SealReport): string {
  return report.failed.filter((name) => /^[\w:-]{1,40}$/u.test(name)).slice(0, 12).join(', ');
}

function checkVersion(live: LiveWorker, version: string): void {
  if (live.report.version === version) return;
  live.line.end();
  throw assetError('asset-mismatch', 'the worker file');
}

async function startWorker(address: string, form: 'header' | 'off'): Promise<LiveWorker | undefined> {
  let worker: Worker;
  try {
    worker = new Worker(trustedScriptUrl(address), { type: 'module', name: workerName(form) });
  } catch {
    // The page's own policy: `worker-src`, or trusted types without `inward`.
    return undefined;
  }
  return reportOf(workerLine(worker));
}

async function reportOf(line: Line): Promise<LiveWorker | undefined> {
  const live = await firstReport(line, REPORT_PATIENCE_MS);
  if (live === undefined) line.end();
  return live;
}

function workerLine(worker: Worker): Line {
  return {
    postMessage: (message, transfer) => { worker.postMessage(message, transfer); },
    listen: (listener) => { worker.addEventListener('message', listener); },
    onLost: (listener) => {
      const failed = (event: Event): void => {
        // The worker's error may quote what it was reading: it stays out of the page's console.
        event.preventDefault();
        listener();
      };
      worker.addEventListener('error', failed);
      worker.addEventListener('messageerror', failed);
    },
    end: () => { worker.terminate(); },
  };
}
