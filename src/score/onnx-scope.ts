/**
 * What ONNX Runtime's code gets in the sealed worker in place of the globals it names: the build binds them in its file
 * (scripts/build/closed-runtime.ts), so that it has no way out even before the seal, and no clock. In Node it has its own.
 */

const nothing = (): void => undefined;
const now = (): number => 0;

/** For ways out, and for what it asks only to learn where it runs. */
export const absent = undefined;
/** For threads, of which it starts none. */
export const noThreads = {};
/** Stands still: verdicts do not depend on time. */
export const stillClock = { now, timeOrigin: 0 };
export class StillDay {
  static readonly now = now;
  getFullYear(): number { return 1970; }
  getTimezoneOffset(): number { return 0; }
}
/** What it would log quotes what it was reading. */
export const mute = {
  log: nothing, warn: nothing, error: nothing, info: nothing, debug: nothing, time: nothing, timeEnd: nothing, timeStamp: nothing,
};
