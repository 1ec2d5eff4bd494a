import { describe, expect, it } from 'vitest';
import type { Context, SignedHint } from '../../../src/contract/message.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import { explainMessage } from '../../../src/testing/index.ts';
import { FACTS, ISSUER, NOW, OTHER_KEY, signedHint, SUBJECT } from '../../fixtures/hints.ts';

const settings = { ...defaultSettings(), scam: { enabled: false } };
const message = { id: 'm', conversationId: 'c', kind: 'text', text: 'hello', sentAt: NOW, direction: 'incoming' } as const;
const from = (hint: string, more: object = {}): Context => ({ relationship: 'stranger', me: { ageBand: 'adult' }, peer: { hint: hint as SignedHint, subject: SUBJECT, ...more } });

describe('hints of a service', () => {
  it('are read by the keys that the app gave, and shown by the evaluation entry', async () => {
    const safety = await createSafety({ settings, hints: ISSUER, now: () => NOW });
    const read = async (context: Context): Promise<unknown> => (await explainMessage(safety, message, context)).hint;
    expect(await read(from(signedHint()))).toEqual(FACTS);
    expect(await read(from(signedHint({}, {}, OTHER_KEY)))).toBeUndefined();
    expect([await read(from(signedHint(), { subject: 'pair-2' })), await read(from('limited')), await read({ relationship: 'stranger', peer: { hint: signedHint() as SignedHint } })]).toEqual([undefined, undefined, undefined]);
    expect(await read({ ...from(signedHint()), relationship: 'contact' })).toBeUndefined();
    expect(safety.about().hints).toEqual(ISSUER);
    await safety.dispose();
  });

  it('say nothing where no issuer was given, and never cost a message its verdict', async () => {
    const [without, withKeys] = [await createSafety({ settings, now: () => NOW }), await createSafety({ settings, hints: ISSUER, now: () => NOW })];
    expect((await explainMessage(without, message, from(signedHint()))).hint).toBeUndefined();
    expect(without.about().hints).toBeUndefined();
    const plain = await without.screenMessage(message, from(''));
    for (const hint of ['', 'limited', 'a.b.c', '...', signedHint(), signedHint({}, {}, OTHER_KEY), signedHint({ exp: 0 })]) {
      for (const safety of [without, withKeys]) expect([hint, await safety.screenMessage(message, from(hint))]).toEqual([hint, plain]);
    }
  });

  it('need a whole issuer: names, and at least one key of Ed25519', async () => {
    const made = (hints: unknown): Promise<string | undefined> => createSafety({ settings, hints: hints as typeof ISSUER }).then(() => undefined, (error: unknown) => (error as Error).name);
    for (const hints of [null, 'x', {}, { ...ISSUER, issuer: 1 }, { ...ISSUER, keys: null }, { ...ISSUER, keys: { k1: 7 } }]) expect([hints, await made(hints)]).toEqual([hints, 'TypeError']);
    for (const keys of [{}, { k1: '' }, { k1: `${ISSUER.keys['k1']}=` }, { k1: 'A'.repeat(42) }]) expect([keys, await made({ ...ISSUER, keys })]).toEqual([keys, 'RangeError']);
  });
});
