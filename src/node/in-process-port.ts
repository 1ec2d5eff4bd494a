import type { AssetRecord } from '../contract/assets.ts';
import type { EnginePort } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import type { RestartablePort } from '../host/port.ts';

/**
 * The engine in this very process: nothing is sealed, nothing crosses a thread, and nothing can be lost but the process
 * itself. So it never restarts, and a call ends before the next one begins.
 * @param published the package's list of assets, for `about()`
 */
export function inProcessPort(engine: EnginePort, published: readonly AssetRecord[]): RestartablePort {
  let disposed = false;
  const call = async <T>(run: () => Promise<T>): Promise<T> => {
    if (disposed) throw new SafetyError('disposed', 'This Safety was disposed.');
    return await run();
  };
  return {
    seal: 'in-process',
    start: (payload) => call(async () => {
      const facts = await engine.start(payload);
      // Only the side that checked the digests knows them.
      return { ...facts, assets: published.filter(({ name }) => name in payload.assets) };
    }),
    configure: (payload) => call(() => engine.configure(payload)),
    editWords: (edit) => call(() => engine.editWords(edit)),
    screen: (batch) => call(() => engine.screen(batch)),
    explain: (items, asThread) => call(() => engine.explain(items, asThread)),
    replay: (records) => call(() => engine.replay(records)),
    forget: (what) => call(() => engine.forget(what)),
    answer: (answer) => call(() => engine.answer(answer)),
    tryWords: (text, now) => call(() => engine.tryWords(text, now)),
    revealList: (tag) => call(() => engine.revealList(tag)),
    reviewText: (text, asset) => call(() => engine.reviewText(text, asset)),
    counters: () => call(() => engine.counters()),
    onRestart: () => undefined,
    onState: () => () => undefined,
    dispose: async () => {
      disposed = true;
      await Promise.resolve();
    },
  };
}
