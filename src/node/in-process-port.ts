import type { AssetRecord } from '../contract/assets.ts';
import { VERSION } from '../../build/version.gen.ts';
import type { HintIssuer } from '../contract/hints.ts';
import type { TextPort } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { scoresScams } from '../contract/required-assets.ts';
import { plainHints } from '../host/hint-options.ts';
import { noticeAssets, withNotices } from '../host/notices.ts';
import type { AssetSource, RestartablePort } from '../host/port.ts';
import { NoticeEngine } from '../worker/notices-engine.ts';

/**
 * Both engines in this very process: nothing is sealed, nothing crosses a thread, and nothing can be lost but the process
 * itself. So it never restarts, and a call ends before the next one begins.
 * @param published the package's list of assets, for `about()`
 * @param assets where what notices about scams need comes from @param hints whose hints are believed
 */
export function inProcessPort(engine: TextPort, published: readonly AssetRecord[], assets: AssetSource, hints?: HintIssuer): RestartablePort {
  let disposed = false;
  let scores = false;
  const call = async <T>(run: () => Promise<T>): Promise<T> => {
    if (disposed) throw new SafetyError('disposed', 'This Safety was disposed.');
    return await run();
  };
  const text: TextPort & Pick<RestartablePort, 'seal' | 'onRestart' | 'onState' | 'dispose'> = {
    seal: 'in-process',
    start: (payload) => call(async () => {
      const facts = await engine.start(payload);
      scores = scoresScams(payload.settings);
      // Only the side that checked the digests knows them.
      return { ...facts, assets: published.filter(({ name }) => name in payload.assets) };
    }),
    configure: (payload) => call(() => {
      scores = scoresScams(payload.settings);
      return engine.configure(payload);
    }),
    editWords: (edit) => call(() => engine.editWords(edit)),
    screen: (batch) => call(() => engine.screen(batch)),
    explain: (items, asThread) => call(() => engine.explain(items, asThread)),
    replay: (records) => call(() => engine.replay(records)),
    forget: (what) => call(() => engine.forget(what)),
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
  const noticed = withNotices(text, {
    inTime: (work) => work,
    scores: () => scores,
    async open(scam, held, contacts) {
      const notices = new NoticeEngine();
      await notices.start({ version: VERSION, assets: await noticeAssets(assets, scam, contacts), records: [...held.values()], hints: plainHints(hints) });
      return {
        weigh: (told) => call(() => notices.weigh(told)),
        explain: (told) => call(() => notices.explain(told)),
        readHints: (told) => call(() => notices.readHints(told)),
        replay: (records) => call(() => notices.replay(records)),
        forget: (what) => call(() => notices.forget(what)),
        answer: (answer) => call(() => notices.answer(answer)),
        end: () => Promise.resolve(),
      };
    },
  });
  return { ...text, ...noticed, dispose: text.dispose };
}
