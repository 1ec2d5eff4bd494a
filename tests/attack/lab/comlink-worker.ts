import { expose, type Endpoint } from 'comlink';
import { ENGINE_METHODS, type EnginePort } from '../../../src/contract/engine.ts';
import { answerCalls } from '../../../src/worker/endpoint-filter.ts';
import { KEPT_NAMES } from '../../../src/worker/seal-globals.ts';
import { closeScope } from '../../../src/worker/self-test.ts';
import { wireEngine } from '../../../src/worker/wire.ts';
import { openDoor } from '../../../src/worker/worker-door.ts';

/**
 * A Comlink worker by name: `bare` as Comlink comes, `filtered` behind the package's filter only, `sealed` behind the
 * package's seal only, so that each layer is seen to hold alone.
 */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const MARK = Symbol.for('inward.attack');

async function start(): Promise<void> {
  const door = await openDoor(scope, 'off');
  const engine = wireEngine({ screen: () => Promise.resolve([]) } as unknown as EnginePort, ENGINE_METHODS);
  const unfiltered: Endpoint = {
    postMessage: (message: unknown, transfer?: Transferable[]) => { door.postMessage(message, transfer ?? []); },
    addEventListener: (_: string, listener: EventListenerOrEventListenerObject) => { door.listen(listener as (event: MessageEvent<unknown>) => void); },
    removeEventListener: () => undefined,
  };
  // Comlink answers a construction with a proxy over a new channel, which it needs while it runs.
  if (scope.name === 'sealed') await closeScope(scope, 'header', KEPT_NAMES);
  if (scope.name === 'filtered') answerCalls(door, engine);
  else expose(engine, unfiltered);
  door.postMessage('ready', []);
}

if (!Object.hasOwn(globalThis, MARK)) {
  Object.defineProperty(globalThis, MARK, { value: true });
  void start();
}
