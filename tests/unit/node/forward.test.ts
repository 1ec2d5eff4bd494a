import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packGreetings } from '../../../models/greetings/pack.ts';
import { ASSETS } from '../../../scripts/build/paths.ts';
import { readAssetHead, isWholeAsset } from '../../../src/contract/asset-header.ts';
import type { Message } from '../../../src/contract/message.ts';
import { createSafety } from '../../../src/node/index.ts';

const own = (text: string): Message => ({ id: 'm', conversationId: 'c', kind: 'text', text, sentAt: 0, direction: 'outgoing' });
const FRIEND = { relationship: 'contact', me: { ageBand: 'adult' } } as const;
const CHAIN = { forwarded: { notices: [{ kind: 'chain' }] } } as const;

describe('a message that is passed on, in Node', () => {
  it('is read by the engine, and about() names the table from then on', async () => {
    const safety = await createSafety();
    const named = (): boolean => safety.about().assets.some(({ name }) => name === 'greetings.bin');
    expect((await safety.reviewOutgoing(own('Happy Diwali!'), FRIEND, { forwarded: { marked: 'reported' } })).forward?.card).toBe('report-it');
    expect(named()).toBe(false);
    expect((await safety.reviewOutgoing(own('Happy Diwali!'), FRIEND, CHAIN)).forward?.card).toBe('greeting');
    expect((await safety.reviewOutgoing(own('Happy Diwali! Send it to 12 people.'), FRIEND, CHAIN)).forward?.card).toBe('check-first');
    expect(named()).toBe(true);
    await safety.dispose();
  });

  it('answers with nothing of the text', async () => {
    const safety = await createSafety();
    expect(JSON.stringify(await safety.reviewOutgoing(own('canarybird Happy Diwali!'), FRIEND, CHAIN))).not.toContain('canarybird');
    await safety.dispose();
  });
});

it('the table is whole, of its kind, and made of the tables as they stand', () => {
  const file = readFileSync(`${ASSETS}/greetings.bin`);
  const bytes = new Uint8Array(file).buffer;
  const head = readAssetHead(bytes);
  expect(head?.kind).toBe('GR');
  expect(head !== undefined && isWholeAsset(bytes, head)).toBe(true);
  expect(file.subarray(32).equals(Buffer.from(packGreetings()))).toBe(true);
});
