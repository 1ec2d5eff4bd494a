import { measure, rounded, toRows, turns, type BenchRow, type Contender } from '../measure.ts';
import { makeMessages, makeWords, utf8Bytes } from '../synthetic.ts';
import { loadKernel } from './kernel.ts';
import { allProfanity, allProfanityCheck, combinedRegExp, obscenity, strippedRegExp, twoToad, type Peer } from './peers.ts';
import type { SuiteOptions } from './suite.ts';

const SIZES = [100, 1_000, 10_000, 100_000] as const;
const MESSAGES = 2_000;
const BATCH = 200;

type MakePeer = (words: readonly string[]) => Peer;

/** Peers whose cost grows with the list: from 10,000 words they build for seconds and take 10 ms to 1 s a message. */
const GROWING: readonly MakePeer[] = [obscenity, twoToad, combinedRegExp];
const FLAT: readonly MakePeer[] = [allProfanity, allProfanityCheck, strippedRegExp];

/** Words to find in a message: our kernel and four peers on the same words and messages, interleaved. */
export async function hiddenWordsSuite(options: SuiteOptions): Promise<readonly BenchRow[]> {
  const { quick, note } = options;
  const all = makeWords(SIZES[SIZES.length - 1] ?? 0);
  // The listed words in the messages stand in every list, so every size has the same hits.
  const messages = makeMessages(MESSAGES, all.slice(0, 100));
  const meanBytes = utf8Bytes(messages) / messages.length;
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    const words = all.slice(0, size);
    const small = size <= 1_000;
    const makers = quick && !small ? FLAT : [...FLAT, ...GROWING];
    if (quick && !small) note(`hidden-words: --quick leaves out obscenity, 2toad and the plain RegExp at ${size} words`);
    const contenders: Contender[] = [await kernelContender(options, words, messages, size)];
    for (const make of makers) {
      note(`hidden-words: loading ${make.name} with ${size} words`);
      contenders.push(peerContender(make, words, messages, size));
    }
    contenders.push(await batchContender(options, words, messages, size));
    rows.push(...toRows('hidden-words', measure(contenders, turns(quick)), meanBytes));
    await breathe();
  }
  return [...rows, ...await growthRows(options, all, messages)];
}

/** Our own cost over the length of the list, interleaved: the budget is under 2.5 from 100 to 100,000. */
async function growthRows(options: SuiteOptions, all: readonly string[], messages: readonly string[]): Promise<readonly BenchRow[]> {
  const contenders = await Promise.all(SIZES.map((size) => kernelContender(options, all.slice(0, size), messages, size)));
  const measured = measure(contenders, turns(options.quick));
  const first = measured[0];
  return measured.map(({ name, n, medianUs }) => ({
    suite: 'hidden-words-growth', case: name, n, median_us: rounded(medianUs),
    ...(first === undefined || first.name === name ? {} : { ratio_to: first.name, ratio: rounded(first.medianUs / medianUs) }),
  }));
}

/** What a message costs in the engine: copy in, normalise, match, ranges out, wipe. */
async function kernelContender(
  { root }: SuiteOptions, words: readonly string[], messages: readonly string[], size: number,
): Promise<Contender> {
  const kernel = await loadKernel(root);
  kernel.setWords(words.map((text, entry) => ({ text, entry })));
  return {
    name: `inward@${size}`,
    run(index) {
      kernel.read([{ text: messages[(index + 1) % messages.length] ?? '', scored: false }]);
      const { length } = kernel.match().hits;
      kernel.wipe();
      return length;
    },
  };
}

/** The same with as many messages a call as the kernel takes surfaces: what going over stored messages could cost. */
async function batchContender(
  { root }: SuiteOptions, words: readonly string[], messages: readonly string[], size: number,
): Promise<Contender> {
  const kernel = await loadKernel(root);
  kernel.setWords(words.map((text, entry) => ({ text, entry })));
  const batches = Array.from({ length: Math.floor(messages.length / BATCH) }, (_, batch) => (
    messages.slice(batch * BATCH, (batch + 1) * BATCH).map((text) => ({ text, scored: false }))));
  return {
    name: `inward, ${BATCH} a call@${size}`,
    each: BATCH,
    run(index) {
      kernel.read(batches[(index + 1) % batches.length] ?? []);
      const { length } = kernel.match().hits;
      kernel.wipe();
      return length;
    },
  };
}

function peerContender(make: MakePeer, words: readonly string[], messages: readonly string[], size: number): Contender {
  const peer = make(words);
  return { name: `${peer.name}@${size}`, run: (index) => peer.count(messages[(index + 1) % messages.length] ?? '') };
}

/** Lets the collector and the screen have a turn between long suites. */
function breathe(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 10); });
}
