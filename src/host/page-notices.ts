import { NOTICE_ASSETS } from '../../build/notice-assets.gen.ts';
import type { AssetRecord } from '../contract/assets.ts';
import type { HintIssuer } from '../contract/hints.ts';
import type { ContactTables, NoticeStart } from '../contract/notices.ts';
import { plainHints } from './hint-options.ts';
import type { MediaOptions } from './media-life.ts';
import { noticeAssets, withNotices, type Noticed, type NoticeEngines, type Remembered, type RunningNotices } from './notices.ts';
import type { RestartablePort } from './port.ts';
import type { SealChoice } from './worker-forms.ts';

/** As the text worker's. */
const START_MS = 20_000;

export interface NoticeOptions extends MediaOptions {
  /** How long a message waits for what is being loaded or opened. */
  readonly inTime: NoticeEngines['inTime'];
  /** As the host gave it. */
  readonly hints?: HintIssuer | undefined;
}

/** The file for a form of the seal. */
const noticeWorkerFile = (form: string): `worker-notices${'' | '.classic'}.js` => `worker-notices${form === 'frame' ? '.classic' : ''}.js`;

/**
 * The notice worker seen from the page, put behind the text worker's port when notices are switched on: opened with the first message that a notice may come of, in the form of the text's. A message waits for it no longer
 * than for an answer. One that dies is opened again with the records that are held here, within the budget of a minute.
 * @param port its methods that concern notices are replaced; it says whether scam notices are on @param published the page's list of files, which it adds to
 */
export function addNotices(port: RestartablePort & { readonly scores?: boolean }, parts: NoticeOptions, published: AssetRecord[]): void {
  const hints = plainHints(parts.hints);
  const { assets, version, seal, deadlineMs, used, openForm, Life, Budget, inTime } = parts;
  published.push(...NOTICE_ASSETS);
  const budget = new Budget();
  let failure: unknown;

  async function start(scam: boolean, held: Remembered, contacts?: ContactTables): Promise<RunningNotices> {
    const payload = async (): Promise<NoticeStart> => ({ version, assets: await noticeAssets(assets, scam, contacts), records: [...held.values()], hints });
    const opened = await openForm({ assets, version, file: noticeWorkerFile }, seal as SealChoice);
    const life = new Life<NoticeStart>({ ...opened, deadlineMs });
    try {
      const first = await payload();
      life.onRestart(payload);
      await life.call('start', [first], START_MS, Object.values(first.assets));
    } catch (error) {
      await life.dispose();
      throw error;
    }
    // Nobody checked the file of an unsealed worker.
    if (seal !== 'off') used.add(noticeWorkerFile(seal));
    const ask = (method: string) => (...args: readonly unknown[]): Promise<never> => life.call(method, args) as Promise<never>;
    return { weigh: ask('weigh'), explain: ask('explain'), readHints: ask('readHints'), replay: ask('replay'), forget: ask('forget'), answer: ask('answer'), end: () => life.dispose() };
  }

  async function open(scam: boolean, held: Remembered, contacts?: ContactTables): Promise<RunningNotices> {
    if (!budget.hasLeft()) throw failure;
    try {
      return await start(scam, held, contacts);
    } catch (error) {
      budget.spend();
      failure = error;
      throw error;
    }
  }

  const text: Noticed = {
    screen: port.screen.bind(port), explain: port.explain.bind(port), replay: port.replay.bind(port), forget: port.forget.bind(port),
    answer: port.answer.bind(port), dispose: port.dispose.bind(port),
  };
  const noticed = withNotices(text, { open, inTime, scores: () => port.scores });
  Object.assign(port, noticed, {
    async dispose() {
      await noticed.dispose();
      await text.dispose();
    },
  });
}
