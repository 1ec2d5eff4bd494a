import { describe, expect, it } from 'vitest';
import { packGreetings } from '../../../models/greetings/pack.ts';
import { toZawgyi } from '../../../models/scam/zawgyi.ts';
import { GREETING_TABLES } from '../../../src/decide/greetings.ts';
import type { PackedNudges } from '../../../src/decide/nudges/read.ts';
import { greetingsTable, isWish, wishGroups } from '../../fixtures/greetings.ts';

const WISHES: Readonly<Record<string, string>> = {
  en: 'Wishing you and your family a very Happy Diwali! May it bring peace, joy and good health to your home.', es: '¡Feliz Navidad! Que no falte la salud ni el amor.',
  pt: 'Feliz Ano Novo! Que venha com saúde e paz.', fr: 'Joyeux Noël et bonne année, santé et bonheur à tous.', de: 'Frohe Weihnachten und ein gesundes neues Jahr!',
  hi: 'आपको और आपके परिवार को दीपावली की हार्दिक शुभकामनाएँ।', id: 'Selamat Idul Fitri, mohon maaf lahir dan batin.', ar: 'عيدكم مبارك وكل عام وأنتم بخير',
  my: 'နှစ်သစ်မှာ ကျန်းမာချမ်းသာကြပါစေ။', sw: 'Heri ya Krismasi na Mwaka Mpya!',
};

describe('a wish for a day that many keep', () => {
  it.each(Object.keys(GREETING_TABLES))('is one in %s, in capitals too', (lang) => {
    expect([isWish(WISHES[lang] ?? ''), isWish((WISHES[lang] ?? '').toUpperCase())]).toEqual([true, true]);
  });

  it('is one in Zawgyi', () => { expect(isWish(toZawgyi(WISHES['my'] ?? ''))).toBe(true); });

  it.each([
    '', '!', 'See you tonight.', 'They are coming on Friday with four coaches, tell every house.', 'Happy to help', 'Das Jahr war lang.',
    'ဒီည လာမယ် သတိထား', 'constructor __proto__', '\ud800', '😀'.repeat(40),
  ])('%j is none', (text) => { expect(isWish(text)).toBe(false); });

  it('is none where it is longer than wishes are', () => {
    expect(isWish(`Happy Diwali! ${'peace and joy '.repeat(30)}`)).toBe(false);
  });
});

/** The words were chosen on this corpus, after its wishes were read: what is held here is that they stay what they are said to be. */
describe('the authored corpus of chain letters', () => {
  const groups = wishGroups();
  const called = (name: keyof typeof groups): number => groups[name].filter(({ text }) => isWish(text)).length;

  it('most festival wishes are called wishes, and no chain letter is', () => {
    expect(groups['festival wishes']).toHaveLength(260);
    expect(called('festival wishes') / groups['festival wishes'].length).toBeGreaterThanOrEqual(0.7);
    expect(groups['chain letters']).toHaveLength(497);
    expect(called('chain letters')).toBe(0);
  });

  it('few letters pass with a wish in front, and few other long messages are taken for one', () => {
    expect(called('disguised') / groups.disguised.length).toBeLessThan(0.1);
    expect(called('unrelated') / groups.unrelated.length).toBeLessThan(0.01);
  });

  it('is told by a command, by language', () => {
    const rows = greetingsTable().split('\n');
    expect(rows[0]).toMatch(/called a wish .*festival wishes .*chain letters .*disguised .*unrelated/u);
    expect(rows.find((row) => row.startsWith('all but Zawgyi'))).toMatch(new RegExp(`${called('festival wishes')} of 260 +0 of 497 `, 'u'));
  });
});

describe('the packed tables', () => {
  const packed = new TextDecoder().decode(packGreetings());
  const { kinds, words, rules } = JSON.parse(packed) as PackedNudges;

  it('are those of ten languages, two kinds of rules each, in words that are their own', () => {
    expect([kinds, words.length, rules.map((list) => list.length)]).toEqual([['wish', 'more'], 10, [10, 10]]);
    // A word of two letters would be read as the last of them.
    for (const table of Object.values(GREETING_TABLES)) {
      const all = Object.values(table.words).flatMap((list) => list.split(/\s+/u));
      expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
    }
  });
});
