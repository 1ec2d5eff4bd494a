import { defaultSettings } from '../../../src/contract/default-settings.ts';
import type { Message } from '../../../src/contract/message.ts';
import type { Settings } from '../../../src/contract/settings.ts';
import { median, quantile, rounded, type BenchRow } from '../measure.ts';
import { makeWords } from '../synthetic.ts';
import { loadKernel } from './kernel.ts';
import { loadShipped } from './shipped.ts';
import type { SuiteOptions } from './suite.ts';

const SUITE = 'hidden-words-editing';
/** The longest leaves room for the words that are added: 100,000 is the most there may be. */
const LISTS = [100, 10_000, 99_000] as const;
const BUILT = [100, 10_000, 100_000] as const;
const FOUND = { relationship: 'contact' } as const;

/** What an edit of the list costs a person: one word more, a list built anew, and the memory it keeps. */
export async function editingSuite(options: SuiteOptions): Promise<readonly BenchRow[]> {
  const all = makeWords(BUILT[BUILT.length - 1] ?? 0);
  const rows: BenchRow[] = [];
  for (const size of LISTS) rows.push(...await addRows(options, all.slice(0, size)));
  for (const size of BUILT) rows.push(...await buildRows(options, all.slice(0, size)));
  return rows;
}

/** One word through `createSafety` in Node, until the edit is in force, and until a message that holds the word has its verdict. */
async function addRows({ root, quick, note }: SuiteOptions, words: readonly string[]): Promise<readonly BenchRow[]> {
  const settings: Settings = { ...defaultSettings(), notices: 'off', hiddenWords: { enabled: true, words: words.map((text) => ({ text })), lists: [], allow: [] } };
  const { createSafety } = await loadShipped(root);
  const safety = await createSafety({ settings, now: () => 0 });
  const [adding, finding]: [number[], number[]] = [[], []];
  for (let round = 0; round < (quick ? 5 : 200); round++) {
    const text = `${words[round % words.length] ?? ''}quagga${round}`;
    const message: Message = { id: text, conversationId: 'c', kind: 'text', text: `so ${text}, then`, sentAt: 0, direction: 'incoming' };
    const from = performance.now();
    await safety.hiddenWords.add([text]);
    adding.push(performance.now() - from);
    const { delivery } = await safety.screenMessage(message, FOUND);
    finding.push(performance.now() - from);
    if (delivery !== 'hidden') note(`${SUITE}: ${text} was not found`);
  }
  // The way every change went once: the whole list to the engine and to the store.
  const whole: number[] = [];
  for (let round = 0; round < (quick ? 2 : 20); round++) {
    const { hiddenWords } = safety.settings;
    const next = { ...safety.settings, hiddenWords: { ...hiddenWords, words: [...hiddenWords.words, { text: `numbat${round}` }] } };
    const from = performance.now();
    await safety.applySettings(next);
    whole.push(performance.now() - from);
  }
  await safety.dispose();
  const row = (name: string, times: readonly number[], share: number): BenchRow => (
    { suite: SUITE, case: name, n: times.length, median_us: rounded((share === 0.5 ? median(times) : quantile(times, share)) * 1000) });
  const to = `a word to ${words.length}`;
  const ratio = { ratio_to: `add ${to}, whole list anew`, ratio: rounded(median(whole) / median(adding)) };
  return [{ ...row(`add ${to}`, adding, 0.5), ...ratio }, row(`add ${to}, p95`, adding, 0.95), row(`add ${to}, and screen a message with it`, finding, 0.5), row(ratio.ratio_to, whole, 0.5)];
}

/** A whole list into a kernel, and what its memory has grown by. */
async function buildRows({ root, quick }: SuiteOptions, words: readonly string[]): Promise<readonly BenchRow[]> {
  const entries = words.map((text, entry) => ({ text, entry }));
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < (quick ? 2 : 15); round++) {
    const kernel = await loadKernel(root);
    const before = kernel.exports.memory.buffer.byteLength;
    const from = performance.now();
    kernel.setWords(entries);
    times.push(performance.now() - from);
    bytes = kernel.exports.memory.buffer.byteLength - before;
  }
  return [{ suite: SUITE, case: `build ${words.length} words; bytes of the list`, n: times.length, median_us: rounded(median(times) * 1000), bytes }];
}
