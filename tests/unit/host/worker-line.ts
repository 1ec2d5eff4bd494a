import { expose, type Endpoint } from 'comlink';
import { ENGINE_METHODS, type EngineFacts, type EnginePort, type StartPayload } from '../../../src/contract/engine.ts';
import type { MediaPort } from '../../../src/contract/media.ts';
import { defaultSettings } from '../../../src/contract/default-settings.ts';
import { firstReport, type Line, type LiveWorker } from '../../../src/host/live-worker.ts';
import { wireEngine } from '../../../src/worker/wire.ts';

/**
 * A worker's two ends over a real channel in one process: the page's own calls, answered by Comlink itself, and an
 * engine that each test scripts. What a thread adds (crash, silence) is called by hand.
 */
export interface Bench {
  readonly live: LiveWorker;
  readonly calls: string[];
  crash(): void;
  readonly ended: () => boolean;
}

export type Script = Partial<Record<keyof EnginePort | keyof MediaPort, (...args: never[]) => unknown>>;

const FACTS: EngineFacts = { version: '1.0.0', kernel: 'simd', abiVersion: 1, assets: [], rejected: [], unicodeVersion: '17.0.0' };

export const PAYLOAD: StartPayload = { version: '1.0.0', settings: defaultSettings(), assets: {}, records: [] };

/** Of both engines: what is behind the line is scripted. */
const METHODS = [...ENGINE_METHODS, 'cover'] as const;

export async function openBench(script: Script = {}): Promise<Bench> {
  const { port1, port2 } = new MessageChannel();
  const calls: string[] = [];
  let crash = (): void => undefined;
  let ended = false;
  const engine = new Proxy({}, {
    get: (_, name) => (...args: never[]) => {
      calls.push(String(name));
      return Promise.resolve(script[name as keyof Script]?.(...args) ?? (name === 'start' ? FACTS : []));
    },
  }) as EnginePort & MediaPort;
  const line: Line = {
    postMessage: (message, transfer) => { port1.postMessage(message, transfer as never); },
    listen: (listener) => { port1.addEventListener('message', listener); port1.start(); },
    onLost: (listener) => {
      const before = crash;
      crash = () => { before(); listener(); };
    },
    end: () => { ended = true; port1.close(); port2.close(); },
  };
  const reporting = firstReport(line, 1_000);
  expose(wireEngine(engine, METHODS), port2 as unknown as Endpoint);
  port2.postMessage({ inward: 'report', version: '1.0.0', form: 'header', sealed: true, failed: [] });
  const live = await reporting;
  if (live === undefined) throw new Error('no report');
  return { live, calls, crash: () => { crash(); }, ended: () => ended };
}
