import { toWireError, type WireResult } from '../contract/errors.ts';

/** An engine as Comlink exposes it: each named method, each answer a `WireResult`. It has no other property and no prototype. */
export type WiredEngine = Readonly<Record<string, (...args: unknown[]) => Promise<WireResult<unknown>>>>;

/**
 * Comlink drops an error's class and code, so errors travel as values (research/stack §4).
 * @param methods the worker's whole surface: `ENGINE_METHODS`, or `MEDIA_METHODS`
 */
export function wireEngine<Method extends string>(engine: Readonly<Record<Method, unknown>>, methods: readonly Method[]): WiredEngine {
  const wired = Object.create(null) as Record<string, (...args: unknown[]) => Promise<WireResult<unknown>>>;
  for (const method of methods) {
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
