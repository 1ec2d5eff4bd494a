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
});
