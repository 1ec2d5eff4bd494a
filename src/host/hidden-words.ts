import type { HiddenWords } from '../contract/safety.ts';
import { loadPart } from './load-part.ts';
import { freeze } from './screening.ts';
import type { WordCounts } from './word-counts.ts';
import type { WordTools } from './word-desk.ts';

type Part = typeof import('./word-desk.ts');
type Edits = Pick<HiddenWords, 'add' | 'remove' | 'addText' | 'importText' | 'importJson' | 'exportJson' | 'exportText'>;
const EDITS = ['add', 'remove', 'addText', 'importText', 'importJson', 'exportJson', 'exportText'] as const satisfies readonly (keyof Edits)[];

/** `Safety['hiddenWords']`. What edits the list is loaded when it is first called. */
export function createHiddenWords(tools: WordTools, counts: WordCounts): HiddenWords {
  const { desk, port, turns, now } = tools;
  const edits = Object.fromEntries(EDITS.map((name) => [name, async (...args: never[]): Promise<unknown> => {
    const part: Part = await loadPart(() => import('./word-desk.ts'));
    return (part[name] as (tools: WordTools, ...args: never[]) => Promise<unknown>)(tools, ...args);
  }])) as unknown as Edits;
  return Object.freeze({
    ...edits,
    get rejected() { return desk.reply.rejected; },
    test: async (text: string) => {
      if (typeof text !== 'string') throw new TypeError('"text" is not a string.');
      return turns.manage(async () => freeze(await port.tryWords(text, now())));
    },
    counts: () => freeze(counts.read()),
    revealList: async (tag: string) => {
      if (typeof tag !== 'string') throw new TypeError('"tag" is not a string.');
      return turns.manage(async () => freeze(await port.revealList(tag)));
    },
  });
}
