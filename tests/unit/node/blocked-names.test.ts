import { expect, it } from 'vitest';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';

it('somebody whom one blocked is told of under the same name and under ones that look the same, in every script', async () => {
  let now = 0;
  // There is one tip a week.
  const safety = await createSafety({ settings: { ...defaultSettings(), scam: { enabled: false } }, now: () => (now += 8 * 86_400_000) });
  const blocked = ['Bill Allister', 'Walter Winkelmann', 'राजेश कुमार शर्मा', 'အောင်ကျော်မင်း', '王小明', '欧阳修文', '남궁민수'];
  for (const [n, name] of blocked.entries()) await safety.blocked.add({ peerId: `b${n}`, name });
  const told = async (name: string): Promise<boolean> => {
    const { notices } = await safety.screenMessage(
      { id: 'm', conversationId: name, kind: 'text', text: 'hello', sentAt: 0, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' }, peer: { name } });
    return notices.some(({ reasons }) => reasons.includes('name-like-blocked'));
  };
  for (const name of [...blocked, 'BiII AIIister', 'VValter VVinkelmann', '王 小明', 'အောင် ကျော် မင်း']) expect([name, await told(name)]).toEqual([name, true]);
  for (const name of ['Bill Alistair', 'राजेश कुमार वर्मा', 'အောင်ကျော်ဝင်း', '王小刚', '남궁민호']) expect([name, await told(name)]).toEqual([name, false]);
  await safety.dispose();
});
