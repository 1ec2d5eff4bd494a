import { VERSION } from '../../../build/version.gen.ts';
import { ONNX_METHODS, type ModelAnswer } from '../../../src/contract/host-model.ts';
import { answerCalls } from '../../../src/worker/endpoint-filter.ts';
import { OnnxEngine } from '../../../src/worker/onnx-engine.ts';
import { wireEngine } from '../../../src/worker/wire.ts';
import { openDoor } from '../../../src/worker/worker-door.ts';

/**
 * The package's worker for a host's own model with faults to order, by the first word of a message: `stall` never returns, `crash` throws
 * outside of any call, `leave` ends the worker from inside without a word, `lie` answers what is no answer. Unsealed: it stands in for
 * `worker-onnx.js` under `seal: 'off'`.
 */
class FaultyEngine extends OnnxEngine {
  override score(texts: readonly string[]): Promise<ModelAnswer> {
    const [word] = (texts[0] ?? '').split(' ');
    if (word === 'stall') for (;;) { /* a model that a message keeps busy */ }
    if (word === 'lie') return Promise.resolve({ score: 7, lang: 'en', sure: true });
    if (word !== 'crash' && word !== 'leave') return super.score(texts);
    if (word === 'crash') setTimeout(() => { throw new Error('plaintext in an error'); });
    else (globalThis as unknown as DedicatedWorkerGlobalScope).close();
    return new Promise(() => undefined);
  }
}

void openDoor(globalThis as unknown as DedicatedWorkerGlobalScope, 'off').then((door) => {
  answerCalls(door, wireEngine(new FaultyEngine(), ONNX_METHODS));
  door.postMessage({ inward: 'report', version: VERSION, form: 'off', sealed: false, failed: [] }, []);
});
