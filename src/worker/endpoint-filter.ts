import type { WireError } from '../contract/errors.ts';
import type { WiredEngine } from './wire.ts';

/** The part of a worker scope or a message port that the engine speaks over. */
export interface MessageDoor {
  postMessage(message: unknown, transfer: Transferable[]): void;
  listen(listener: (event: MessageEvent<unknown>) => void): void;
}

const REFUSED: WireError = { kind: 'safety', code: 'input-invalid', message: 'Calls of named methods only.' };

/** A call that came through, in Comlink's wire form. */
interface Call {
  readonly id: string;
  readonly path: readonly [string];
  readonly argumentList: readonly { readonly value: unknown }[];
}

/**
 * Answers calls in Comlink's wire form, and of it only calls of one named method with plain arguments. Comlink by itself also
 * reads and sets properties, walks paths and constructs, by which `new api.f.constructor("…")` runs code in the worker:
 * none of that has a line here. A refused message that waits for an answer gets a coded error; anything else is dropped.
 */
export function answerCalls(door: MessageDoor, engine: WiredEngine): void {
  door.listen((event) => {
    if (isCall(event, engine)) {
      const { id, path: [method], argumentList } = event.data as Call;
      void engine[method]?.(...argumentList.map(({ value }) => value)).then((value) => { door.postMessage({ id, type: 'RAW', value }, []); });
      return;
    }
    const id = idOf(event.data);
    if (id !== undefined) door.postMessage({ id, type: 'RAW', value: { ok: false, error: REFUSED } }, []);
  });
}

/** A message port among the arguments would be a second channel, so a call carries none. */
function isCall(event: MessageEvent<unknown>, engine: WiredEngine): boolean {
  const data = event.data;
  if (!isPlain(data) || event.ports.length > 0) return false;
  if (idOf(data) === undefined || own(data, 'type') !== 'APPLY') return false;
  const path = own(data, 'path');
  if (!Array.isArray(path) || path.length !== 1 || typeof path[0] !== 'string' || own(engine, path[0]) === undefined) return false;
  const list = own(data, 'argumentList');
  return Array.isArray(list) && list.length <= 2 && list.every((value) => isPlain(value) && own(value, 'type') === 'RAW');
}

function idOf(data: unknown): string | undefined {
  const id = isPlain(data) ? own(data, 'id') : undefined;
  return typeof id === 'string' && id.length > 0 && id.length <= 128 ? id : undefined;
}

function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
