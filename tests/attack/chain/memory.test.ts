import { describe, expect, it } from 'vitest';
import { CHAIN_LETTER, chainItem, ChainStage, NOW } from '../../fixtures/chain.ts';
import { longText } from '../../fixtures/long-texts.ts';

describe('attack: somebody floods the memory, so that what others brought is forgotten', () => {
  it('with ten accounts: they push out their own', async () => {
    const stage = new ChainStage();
    await stage.start();
    await stage.see(chainItem(CHAIN_LETTER), chainItem(CHAIN_LETTER));
    for (let account = 0; account < 11; account++) {
      await stage.see(...Array.from({ length: 500 }, (_, n) => chainItem(longText(account * 500 + n), { conversation: `flood-${account}` })));
    }
    expect(stage.records.size).toBe(5_000);
    const [third] = await stage.see(chainItem(CHAIN_LETTER, { at: NOW + 1 }));
    expect(third?.found?.sources).toBe(3);
  }, 60_000);

  // One message a conversation: none has the most, and whose entry goes is as by lot.
  describe('with throw-away chats of one letter each', () => {
    const HONEST = 100;
    const honest = (n: number): ReturnType<typeof chainItem> => chainItem(longText(900_000 + n), { conversation: `honest-${n}`, id: 'm' });
    const flood = async (stage: ChainStage, chats: number): Promise<void> => {
      for (let from = 0; from < chats; from += 500) await stage.see(...Array.from({ length: 500 }, (_, n) => chainItem(longText(from + n), { conversation: `flood-${from + n}` })));
    };
    /** Of the letters that came before the flood, those that are still there. */
    async function left(chats: number): Promise<number> {
      const stage = new ChainStage();
      await stage.start();
      await stage.see(...Array.from({ length: HONEST }, (_, n) => honest(n)));
      const before = [...stage.records.keys()];
      await flood(stage, chats);
      expect(stage.records.size).toBe(5_000);
      return before.filter((key) => stage.records.has(key)).length;
    }

    it('5,000 push out few of what came before, and 10,000 about half', async () => {
      expect(await left(5_000)).toBeGreaterThanOrEqual(90);
      const half = await left(10_000);
      expect(half).toBeGreaterThanOrEqual(35);
      expect(half).toBeLessThanOrEqual(65);
    }, 120_000);

    it('after 5,000 of them three copies are still counted, with others between', async () => {
      const stage = new ChainStage();
      await stage.start();
      await flood(stage, 5_000);
      await stage.see(chainItem(CHAIN_LETTER), ...Array.from({ length: 20 }, (_, n) => honest(n)), chainItem(CHAIN_LETTER), ...Array.from({ length: 20 }, (_, n) => honest(50 + n)));
      const [third] = await stage.see(chainItem(CHAIN_LETTER, { at: NOW + 1 }));
      expect(third?.found?.sources).toBe(3);
    }, 60_000);
  });
});
