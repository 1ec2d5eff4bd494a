import { ENGINE_METHODS, type EngineMethod, type EnginePort } from '../contract/engine.ts';
import { toWireError, type WireResult } from '../contract/errors.ts';

/** The engine as Comlink exposes it: each named method, each answer a `WireResult`. */
export type WiredEngine = Readonly<Record<EngineMethod, (...args: unknown[]) => Promise<WireResult<unknown>>>>;

/** Comlink drops an error's class and code, so errors travel as values (research/stack §4). */
export function wireEngine(engine: EnginePort): WiredEngine {
  const wired = Object.create(null) as Record<EngineMethod, (...args: unknown[]) => Promise<WireResult<unknown>>>;
  for (const method of ENGINE_METHODS) {
    wired[method] = async (...args) => {
      try {
        const call = engine[method] as (...values: unknown[]) => Promise<unknown>;
        return { ok: true, value: await call.apply(engine, args) };
      } catch (error) {
        return { ok: false, error: toWireError(error) };
      }
    };
  }
  return Object.freeze(wired);
}
