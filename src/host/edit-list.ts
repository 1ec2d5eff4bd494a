import type { RejectedWord, WordsEdit } from '../contract/engine.ts';
import { isSafetyError } from '../contract/errors.ts';
import { afterRemoval } from '../contract/rejected-words.ts';
import type { HiddenWordsChange } from '../contract/safety.ts';
import type { Settings } from '../contract/settings.ts';
import { editForEngine } from './for-engine.ts';
import type { WordTools } from './put-words.ts';
import type { SettingsDesk } from './desk.ts';
import type { Edited } from './word-edits.ts';

/** Words from which on a list counts as long. */
export const LONG_LIST = 1_000;

export interface EditDone extends HiddenWordsChange {
  /** What the last call of `work` gave. */
  readonly made: Edited | undefined;
}

/**
 * One edit of the person's list, within a turn of the queue. A short list is sent and stored whole. Of a long one the
 * engine gets the edit alone and the store hears later, so that adding to 100,000 words costs what adding to none does.
 * @param work sees the newest settings; may be asked more than once
 * @returns `rejected` by place among the words put at the end; those are not kept
 * @throws {SafetyError} worker-failed, deadline
 */
export async function editList(tools: WordTools, work: (settings: Settings) => Edited): Promise<EditDone> {
  const { desk } = tools;
  let made: Edited | undefined;
  const make = (settings: Settings): Edited => (made = work(settings));
  const quick = desk.current.hiddenWords.words.length < LONG_LIST ? undefined : make(desk.current);
  const rejected = (quick === undefined || quick.whole === true ? undefined : await sendEdit(tools, quick, make))
    ?? await sendWhole(desk, make);
  return { settings: desk.current, rejected, made };
}

type Refused = readonly RejectedWord[];

/** @returns `undefined` where the engine has another list than the one the edit was made for */
async function sendEdit(
  { desk, port, turns }: WordTools, { settings, edit }: Edited, make: (settings: Settings) => Edited,
): Promise<Refused | undefined> {
  if (edit.add.length + edit.change.length + edit.remove.length === 0) return [];
  try {
    let reply = await port.editWords(editForEngine(edit));
    while (reply.rejected === undefined) {
      // Lost: the worker was started anew in between.
      if (!reply.building) return undefined;
      await turns.pause();
      reply = await port.editWords(null);
    }
    if (reply.building) turns.spare(async () => (await port.editWords(null)).building);
    const { rejected } = reply;
    const take = (made: Settings): Settings => withoutWords(made, edit, rejected);
    desk.took(take(settings), afterRemoval(desk.reply.rejected, edit.remove), (newest) => take(make(newest).settings));
    return rejected;
  } catch (error) {
    if (isSafetyError(error) && error.code === 'input-invalid') return undefined;
    throw error;
  }
}

async function sendWhole(desk: SettingsDesk, make: (settings: Settings) => Edited): Promise<Refused> {
  let rejected: Refused = [];
  await desk.rewrite(async (newest, configure) => {
    const { settings, edit } = make(newest);
    const start = settings.hiddenWords.words.length - edit.add.length;
    const refused = (await configure(settings)).rejected.filter(({ index }) => index >= start);
    rejected = refused.map(({ index, why }) => ({ index: index - start, why }));
    const take = (made: Settings): Settings => withoutWords(made, edit, rejected);
    // The others are in force: an engine that fails now starts again with them all, and the refused ones find nothing.
    if (refused.length > 0) await configure(take(settings)).catch(() => undefined);
    return (again) => take(make(again).settings);
  });
  return rejected;
}

/** Without those of the edit's words that the engine refused: made again over another tab's list, they stand elsewhere in it. */
function withoutWords(settings: Settings, { add }: WordsEdit, rejected: Refused): Settings {
  if (rejected.length === 0) return settings;
  const refused = new Set(rejected.map(({ index }) => add[index]));
  return { ...settings, hiddenWords: { ...settings.hiddenWords, words: settings.hiddenWords.words.filter((word) => !refused.has(word)) } };
}
