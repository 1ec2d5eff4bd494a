// What the engine builds in slices, seen from outside: messages are answered before it ends, and batches go on.

import { expect, it } from 'vitest';
import type { Safety } from '../../../src/contract/safety.ts';
import { createSafety } from '../../../src/node/index.ts';
import { makeWords } from '../../bench/synthetic.ts';
import { from, messageOf } from '../contract/samples.ts';
import { wordsOnly } from '../worker/engine-kit.ts';

const LIST = makeWords(100_000).slice(0, 90_000);
const named = (count: number, name: string): string[] => Array.from({ length: count }, (_, n) => `${name}${n}x`);

async function deliveries(safety: Safety, ...texts: readonly string[]): Promise<readonly string[]> {
  return (await Promise.all(texts.map((text) => safety.screenMessage(messageOf({ text: `a ${text} here` }), from('contact'))))).map(({ delivery }) => delivery);
}

it('messages are answered while thousands of words come into a list of 90,000, and by them from then on', async () => {
  const safety = await createSafety({ settings: wordsOnly(...LIST) });
  const order: string[] = [];
  const note = async <T>(name: string, what: Promise<T>): Promise<T> => {
    const result = await what;
    order.push(name);
    return result;
  };
  const added = note('added', safety.hiddenWords.add([...named(6_000, 'sloe'), 'SLOE5x', '\u200b', LIST[3] ?? '']));
  // Behind a change of the settings a message waits, as ever.
  const first = note('first', deliveries(safety, LIST[1] ?? '', 'sloe7x'));
  const changed = note('changed', safety.hiddenWords.remove([LIST[1] ?? '']));
  const second = note('second', deliveries(safety, LIST[1] ?? '', 'sloe7x'));
  expect([await first, await second]).toEqual([['hidden', 'chats'], ['chats', 'hidden']]);
  const { rejected, settings } = await added;
  await changed;
  expect(order).toEqual(['first', 'added', 'changed', 'second']);
  expect(rejected).toEqual([{ index: 6_000, why: 'duplicate' }, { index: 6_001, why: 'empty' }, { index: 6_002, why: 'duplicate' }]);
  expect(settings.hiddenWords.words).toHaveLength(96_000);
  await safety.dispose();
});

it('a batch goes on while words beside the list are taken into it, and so do edits', async () => {
  const safety = await createSafety({ settings: wordsOnly(...LIST) });
  await safety.hiddenWords.add(named(1_900, 'sloe'));
  const batch = safety.screenMessages(Array.from({ length: 640 }, (_, n) => ({ message: messageOf({ id: `m${n}`, text: n % 2 === 0 ? 'a sloe3x' : 'I' }), context: from('contact') })), { mode: 'history' });
  await safety.hiddenWords.add(named(200, 'pear'));
  await safety.hiddenWords.remove(['sloe4x', LIST[4] ?? '']);
  expect((await batch).filter(({ delivery }) => delivery === 'hidden')).toHaveLength(320);
  for (let turn = 0; turn < 60; turn++) {
    expect(await deliveries(safety, LIST[4] ?? '', LIST[5] ?? '', 'sloe4x', 'sloe5x', 'pear199x')).toEqual(['chats', 'hidden', 'chats', 'hidden', 'hidden']);
  }
  await safety.dispose();
});
