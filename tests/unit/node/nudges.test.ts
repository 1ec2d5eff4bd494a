import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packNudges } from '../../../models/nudges/pack.ts';
import { ASSETS } from '../../../scripts/build/paths.ts';
import { readAssetHead, isWholeAsset } from '../../../src/contract/asset-header.ts';
import type { Message } from '../../../src/contract/message.ts';
import { createSafety } from '../../../src/node/index.ts';

const own = (text: string): Message => ({ id: 'm', conversationId: 'c', kind: 'text', text, sentAt: 0, direction: 'outgoing' });
const TEEN = { relationship: 'stranger', me: { ageBand: 'teen' } } as const;

describe('nudges in Node', () => {
  it('come through the public API, and about() names the table from then on', async () => {
    const safety = await createSafety();
    const named = (): boolean => safety.about().assets.some(({ name }) => name === 'nudges.bin');
    expect(named()).toBe(false);
    expect(await safety.reviewOutgoing(own('i go to lincoln high, text me on 07700 900142'), TEEN))
      .toEqual({ allowed: true, why: [], nudges: ['phone', 'school'], degraded: [] });
    expect(named()).toBe(true);
    await safety.dispose();
  });

  it('come with a place and a contact as such, and with what a poll says', async () => {
    const safety = await createSafety();
    const nudges = async (message: Partial<Message>): Promise<readonly string[]> => (await safety.reviewOutgoing({ ...own(''), ...message }, TEEN)).nudges;
    expect(await nudges({ kind: 'location' })).toEqual(['address']);
    expect(await nudges({ kind: 'contact', text: 'my number is 07700 900142' })).toEqual(['phone']);
    expect(await nudges({ kind: 'poll', surfaces: { pollOptions: ['call 07700 900142', 'no'] } })).toEqual(['phone']);
    expect((await safety.reviewOutgoing({ ...own(''), kind: 'location' }, { relationship: 'contact', me: { ageBand: 'teen' } })).nudges).toEqual([]);
    await safety.applySettings({ ...safety.settings, outgoing: { nudges: false } });
    expect(await nudges({ kind: 'location' })).toEqual([]);
    await safety.dispose();
  });

  it('leave no word of the text in the answer', async () => {
    const safety = await createSafety();
    expect(JSON.stringify(await safety.reviewOutgoing(own('i live at 22 zugspitze road'), TEEN))).not.toMatch(/zugspitze|22/);
    await safety.dispose();
  });
});

it('the table is whole, of its kind, made of the tables as they stand, and at most 4.1 kB after brotli', () => {
  const file = readFileSync(`${ASSETS}/nudges.bin`);
  const bytes = new Uint8Array(file).buffer;
  const head = readAssetHead(bytes);
  expect(head?.kind).toBe('NG');
  expect(head !== undefined && isWholeAsset(bytes, head)).toBe(true);
  expect(file.subarray(32).equals(Buffer.from(packNudges()))).toBe(true);
  expect(brotliCompressSync(file).length).toBeLessThanOrEqual(4_100);
});
