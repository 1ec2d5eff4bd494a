import { VERSION } from '../../build/version.gen.ts';
import { SafetyError } from '../contract/errors.ts';
import { workerForm } from '../contract/seal.ts';
import { answerCalls } from './endpoint-filter.ts';
import { closeScope } from './self-test.ts';
import { openDoor } from './worker-door.ts';
import type { WiredEngine } from './wire.ts';

/**
 * What the first module of a sealed worker does. Acts only in a dedicated worker scope: imported anywhere else it throws
 * `wrong-scope` and changes nothing. Order: prove the policy, remove the globals, report, and only then listen.
 * @param kept names of globals that stay
 */
export function runWorker(engine: WiredEngine, kept: readonly string[]): void {
  const scope = dedicatedScope();
  if (scope === undefined) {
    throw new SafetyError('wrong-scope', 'inward/worker is for a dedicated worker: start it with createSafety.');
  }
  if (firstTime(scope)) void start(scope, engine, kept);
}

async function start(worker: DedicatedWorkerGlobalScope, engine: WiredEngine, kept: readonly string[]): Promise<void> {
  const form = workerForm(worker.name);
  const opening = openDoor(worker, form);
  const closed = await closeScope(worker, form, kept);
  const door = await opening;
  // An open worker stays deaf: the page learns why and ends it.
  if (closed.sealed || form === 'off') answerCalls(door, engine);
  door.postMessage({ inward: 'report', version: VERSION, ...closed }, []);
}

function dedicatedScope(): DedicatedWorkerGlobalScope | undefined {
  const kind = (globalThis as { DedicatedWorkerGlobalScope?: unknown }).DedicatedWorkerGlobalScope;
  return typeof kind === 'function' && globalThis instanceof kind ? globalThis as unknown as DedicatedWorkerGlobalScope : undefined;
}

/** The self-test imports this very file again, by which an open `script-src` shows; the second run must do nothing. */
function firstTime(worker: object): boolean {
  const mark = Symbol.for('inward.worker');
  if (Object.hasOwn(worker, mark)) return false;
  Object.defineProperty(worker, mark, { value: true });
  return true;
}
