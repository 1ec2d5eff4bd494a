import { describe, expect, it } from 'vitest';
import { CHAIN_COPIES } from '../../../demo/client/chain-letter.ts';
import { toZawgyi } from '../../../models/scam/zawgyi.ts';
import { chainItem, ChainStage, NOW } from '../../fixtures/chain.ts';

/** The playground's chain letter, as the chain worker sees it; the card in the page: tests/browser/demo-chain.test.ts. */
describe('the playground’s chain letter', () => {
  const [unicode, zawgyi, wrapped] = CHAIN_COPIES.map(({ text }) => text);

  it('is one text in Unicode, in Zawgyi as a Zawgyi keyboard writes it, and between other words', () => {
    expect(CHAIN_COPIES).toHaveLength(3);
    expect(zawgyi).toBe(toZawgyi(unicode ?? ''));
    expect([wrapped?.includes(unicode ?? ''), (wrapped ?? '').length > (unicode ?? '').length]).toEqual([true, true]);
    expect(CHAIN_COPIES.map(({ hoursAgo }) => hoursAgo)).toEqual([...CHAIN_COPIES.map(({ hoursAgo }) => hoursAgo)].sort((a, b) => b - a));
    expect(CHAIN_COPIES.filter(({ hoursAgo }) => hoursAgo >= 24 || hoursAgo < 0)).toEqual([]);
  });

  it('is known again at the third copy, and not before', async () => {
    const stage = new ChainStage();
    await stage.start();
    const found = [];
    for (const { card, hoursAgo, text } of CHAIN_COPIES) {
      const [reply] = await stage.see(chainItem(text, { conversation: card.id, sender: card.id, at: NOW - hoursAgo * 3_600_000 }));
      found.push(reply?.found?.sources);
    }
    expect(found).toEqual([undefined, undefined, 3]);
  });
});
