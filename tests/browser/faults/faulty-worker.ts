import { VERSION } from '../../../build/version.gen.ts';
import { ENGINE_METHODS, type ScreenItem, type ScreenReply } from '../../../src/contract/engine.ts';
import { answerCalls } from '../../../src/worker/endpoint-filter.ts';
import { Engine } from '../../../src/worker/engine.ts';
import { wireEngine } from '../../../src/worker/wire.ts';
import { openDoor } from '../../../src/worker/worker-door.ts';

/**
 * The package's worker with faults to order, by message id: `loop` never returns, `crash` throws outside of any call,
 * `close` ends the worker from inside without a word. Unsealed: it stands in for `worker.js` under `seal: 'off'`.
 */
class FaultyEngine extends Engine {
  override screen(batch: readonly ScreenItem[]): Promise<readonly (ScreenReply | undefined)[]> {
    const fault = batch.find(({ message }) => ['loop', 'crash', 'close'].includes(message.id))?.message.id;
    if (fault === 'loop') for (;;) { /* a hostile message found a way */ }
    if (fault === 'crash') setTimeout(() => { throw new Error('plaintext in an error'); });
    if (fault === 'close') (globalThis as unknown as DedicatedWorkerGlobalScope).close();
    return fault === undefined ? super.screen(batch) : new Promise(() => undefined);
  }
}

void openDoor(globalThis as unknown as DedicatedWorkerGlobalScope, 'off').then((door) => {
  answerCalls(door, wireEngine(new FaultyEngine(), ENGINE_METHODS));
  door.postMessage({ inward: 'report', version: VERSION, form: 'off', sealed: false, failed: [] }, []);
});
