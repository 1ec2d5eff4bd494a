import { beforeEach, describe, expect, it } from 'vitest';
import { CHAIN_RULE } from '../../../src/decide/chain.ts';
import { CHAIN_LETTER, chainItem, ChainStage, NOW } from '../../fixtures/chain.ts';
import { SECRET } from '../../fixtures/sketch-kernel.ts';

let stage: ChainStage;

beforeEach(async () => {
  stage = new ChainStage();
  await stage.start();
});

const sourcesOf = async (...texts: readonly string[]): Promise<number | undefined> => (await stage.see(...texts.map((text) => chainItem(text)))).at(-1)?.found?.sources;

describe('attack: a chain letter dressed up so that copies look unlike', () => {
  it.each<readonly [string, (text: string) => string]>([
    ['invisible characters', (text) => [...text].join('\u200b')],
    ['letters of another font', (text) => text.replace(/[a-z]/gu, (c) => String.fromCodePoint(0x1d5ba + c.charCodeAt(0) - 97))],
    ['emoji between all words', (text) => text.replaceAll(' ', ' 🔥 ')],
    ['a space between all letters', (text) => [...text].join(' ')],
    ['capitals and accents', (text) => text.toUpperCase().replaceAll('E', 'É')],
    ['other dates', (text) => `12.5. ${text}`],
    ['a long preface', (text) => `My dear ones, I do not know whether this is true, but better safe than sorry, so please read it to the end and do not be angry with me. ${text}`],
  ])('%s', async (_, dress) => {
    expect(await sourcesOf(CHAIN_LETTER, dress(CHAIN_LETTER), CHAIN_LETTER)).toBe(3);
  });
});

describe('attack: somebody writes so much that near-copies of others are pushed out', () => {
  it('leaves what others brought: of one conversation no more is kept than its share', async () => {
    await stage.see(chainItem(CHAIN_LETTER, { at: NOW - 5_000_000 }), chainItem(CHAIN_LETTER, { at: NOW - 5_000_000 }));
    const letters = 'bcdfghjklmnpqrstvwxz';
    const flood = (n: number): string => Array.from({ length: 80 }, (_, i) => letters.charAt((Math.imul(n * 80 + i + 1, 0x9e3779b1) >>> 11) % 20)).join('');
    for (let from = 0; from < 5_500; from += 500) {
      await stage.see(...Array.from({ length: 500 }, (_, n) => chainItem(flood(from + n), { conversation: 'loud', at: NOW - 3_000_000 + from + n })));
    }
    expect(stage.records.size).toBe(CHAIN_RULE.ofOne + 2);
    expect(await sourcesOf(CHAIN_LETTER)).toBe(3);
  }, 60_000);
});

describe('attack: what is stored falls into other hands', () => {
  const hidden = { conversation: 'conversation-with-ma-hla', id: 'message-0042', sender: 'sender-ko-aung' };

  it('names nobody and quotes nothing', async () => {
    await stage.see(chainItem(CHAIN_LETTER, hidden));
    const stored = [...stage.records].map(([key, bytes]) => `${key} ${Buffer.from(bytes).toString('latin1')} ${Buffer.from(bytes).toString('utf16le')}`).join('');
    for (const name of [...Object.values(hidden), ...CHAIN_LETTER.split(/\W+/u).filter((word) => word.length > 3)]) expect(stored).not.toContain(name);
  });

  it('cannot be held against a text without the secret', async () => {
    await stage.see(chainItem(CHAIN_LETTER, hidden), chainItem(CHAIN_LETTER));
    const keys = [...stage.records.keys()];
    await stage.start(NOW, SECRET.map((byte) => 255 - byte));
    const [reply] = await stage.see(chainItem(CHAIN_LETTER, hidden));
    expect(reply?.found).toBeUndefined();
    expect(keys).not.toContain(reply?.writes[0]?.key);
  });
});
