import { expose, wrap, type Endpoint } from 'comlink';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGINE_METHODS, type EnginePort } from '../../../src/contract/engine.ts';
import { answerCalls, type MessageDoor } from '../../../src/worker/endpoint-filter.ts';
import { wireEngine, type WiredEngine } from '../../../src/worker/wire.ts';
import { runs } from '../../property/runs.ts';

interface Bench {
  /** What the engine got to hear. */
  readonly heard: unknown[];
  /** What the filter answered. */
  readonly answers: { readonly id: string; readonly value: { readonly ok: boolean; readonly error: { readonly code: string } } }[];
  say(data: unknown, ports?: readonly MessagePort[]): void;
}

function bench(): Bench {
  const heard: unknown[] = [];
  const answers: Bench['answers'] = [];
  let listener: (event: MessageEvent<unknown>) => void = () => undefined;
  const door: MessageDoor = {
    postMessage: (message) => { answers.push(message as Bench['answers'][number]); },
    listen: (given) => { listener = given; },
  };
  const engine = Object.assign(Object.create(null) as object, Object.fromEntries(ENGINE_METHODS.map((name) => [name, (...args: unknown[]) => {
    heard.push([name, ...args]);
    return Promise.resolve({ ok: true, value: [] });
  }])));
  answerCalls(door, engine as WiredEngine);
  return { heard, answers, say: (data, ports = []) => { listener({ data, ports } as unknown as MessageEvent<unknown>); } };
}

const call = { id: 'a', type: 'APPLY', path: ['screen'], argumentList: [{ type: 'RAW', value: [] }] };

describe('the endpoint filter', () => {
  it.each(ENGINE_METHODS.map((name) => [name]))('lets a plain call of %s through', (name) => {
    const { heard, say } = bench();
    say({ ...call, path: [name] });
    expect(heard.length).toBe(1);
  });

  it.each([
    ['a property read', { ...call, type: 'GET' }],
    ['a property write', { ...call, type: 'SET', value: { type: 'RAW', value: 1 } }],
    ['a construction', { ...call, type: 'CONSTRUCT' }],
    ['the constructor trick', { id: 'a', type: 'CONSTRUCT', path: ['screen', 'constructor'], argumentList: [{ type: 'RAW', value: 'return 1' }] }],
    ['the constructor as a call', { ...call, path: ['screen', 'constructor'] }],
    ['a new endpoint', { ...call, type: 'ENDPOINT' }],
    ['a release', { ...call, type: 'RELEASE' }],
    ['no path', { ...call, path: [] }],
    ['a longer path', { ...call, path: ['screen', 'call'] }],
    ['a name of Object', { ...call, path: ['toString'] }],
    ['a path that is no list', { ...call, path: 'screen' }],
    ['a proxied argument', { ...call, argumentList: [{ type: 'HANDLER', name: 'proxy', value: {} }] }],
    ['an argument without a type', { ...call, argumentList: ['x'] }],
    ['too many arguments', { ...call, argumentList: [call.argumentList[0], call.argumentList[0], call.argumentList[0]] }],
  ])('refuses %s with a coded answer', (_, message) => {
    const { heard, answers, say } = bench();
    say(message);
    expect(heard).toEqual([]);
    expect(answers.map(({ id, value }) => [id, value.ok, value.error.code])).toEqual([['a', false, 'input-invalid']]);
  });

  it('refuses a call that brings a port, whatever it says', () => {
    const { heard, answers, say } = bench();
    const { port1 } = new MessageChannel();
    say(call, [port1]);
    port1.close();
    expect([heard.length, answers.length]).toEqual([0, 1]);
  });

  it.each([[undefined], [null], ['text'], [1], [[]], [{}], [{ ...call, id: 7 }], [{ ...call, id: '' }]])('drops %j in silence', (data) => {
    const { heard, answers, say } = bench();
    say(data);
    expect([heard.length, answers.length]).toEqual([0, 0]);
  });

  it('takes inherited fields for nothing', () => {
    const { heard, say } = bench();
    say(Object.create(call));
    say(Object.assign(Object.create({ type: 'APPLY' }) as object, { id: 'a', path: ['screen'], argumentList: [] }));
    expect(heard).toEqual([]);
  });

  it('lets nothing else through, whatever the page makes up', () => {
    const key = fc.constantFrom('id', 'type', 'path', 'argumentList', 'value', '__proto__', 'constructor');
    const leaf = fc.oneof(fc.string(), fc.constantFrom('APPLY', 'GET', 'CONSTRUCT', 'RAW', 'HANDLER', 'screen', 'constructor'), fc.integer());
    const message = fc.dictionary(key, fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.array(fc.dictionary(key, leaf), { maxLength: 3 })));
    fc.assert(fc.property(message, (data) => {
      const { heard, say } = bench();
      say(data);
      const path = (data as { path?: unknown[] }).path;
      const fine = data['type'] === 'APPLY' && Array.isArray(path) && path.length === 1 && (ENGINE_METHODS as readonly unknown[]).includes(path[0]);
      return heard.length === 0 || fine;
    }), runs(2_000));
  });
});

/** An engine whose only method says where it runs; real Comlink on the page's side of a real channel, and on the other too without the filter. */
function connect(filtered: boolean): { readonly remote: Record<string, unknown>; close(): void } {
  const { port1, port2 } = new MessageChannel();
  const engine = { screen: () => Promise.resolve([]) } as unknown as EnginePort;
  const door: MessageDoor = {
    postMessage: (message, transfer) => { port1.postMessage(message, transfer as never); },
    listen: (listener) => { port1.addEventListener('message', listener); port1.start(); },
  };
  if (filtered) answerCalls(door, wireEngine(engine, ENGINE_METHODS));
  else expose(wireEngine(engine, ENGINE_METHODS), port1 as unknown as Endpoint);
  return { remote: wrap(port2 as unknown as Endpoint) as unknown as Record<string, unknown>, close: () => { port1.close(); port2.close(); } };
}

describe('the constructor trick over real Comlink', () => {
  const trick = async (remote: Record<string, unknown>): Promise<unknown> => {
    const screen = remote['screen'] as { constructor: new (code: string) => Promise<unknown> };
    return new screen.constructor('globalThis.inwardTrick = 1');
  };

  it('works without the filter: the control', async () => {
    const { remote, close } = connect(false);
    const made = await trick(remote) as () => Promise<unknown>;
    expect(typeof made).toBe('function');
    close();
  });

  it('is refused with the filter', async () => {
    const { remote, close } = connect(true);
    expect(await trick(remote)).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
    expect(await (remote['screen'] as (batch: unknown) => Promise<unknown>)([])).toEqual({ ok: true, value: [] });
    close();
  });
});
