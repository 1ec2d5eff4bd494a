import { describe, expect, it } from 'vitest';
import { toZawgyi } from '../../../models/scam/zawgyi.ts';
import { isWish } from '../../fixtures/greetings.ts';

/** Neutral words are what a letter would like to have. */
describe('a wish with something else in it is no wish', () => {
  it.each([
    'Happy Diwali! They will attack our street tonight, nobody should sleep.', 'Eid Mubarak! Forward this to all your groups.', 'Merry Christmas! Send this to 10 people you love.',
    'Happy New Year! Get your prize: https://a.example/gift', 'Happy Easter! Call +44 7700 900329 for your gift', 'Happy Eid! Kill them before they kill us.',
    '¡Feliz Navidad! Envía esto a 12 personas.', 'Feliz Natal! Repasse para todos os grupos.', 'Joyeux Noël ! Transférez à tous vos amis.', 'Frohe Weihnachten! Bitte weiterleiten.',
    'दीपावली की शुभकामनाएँ! इसे 11 लोगों को भेजें।', 'Selamat Natal! Sebarkan ke semua grup.', 'عيد مبارك! انشرها في كل المجموعات', 'Heri ya Krismasi! Sambaza kwa wote.',
    'မင်္ဂလာနှစ်သစ်ပါ။ ဒီစာကို ဆယ်ယောက်ကို ပို့ပါ။', 'နှစ်သစ်မှာ ကျန်းမာပါစေ။ သူတို့ တိုက်ခိုက်မယ်။',
  ])('%s', (text) => { expect(isWish(text)).toBe(false); });

  it('in Zawgyi neither', () => {
    for (const text of ['မင်္ဂလာနှစ်သစ်ပါ။ ဒီစာကို ဆယ်ယောက်ကို ပို့ပါ။', 'နှစ်သစ်မှာ ကျန်းမာပါစေ။ သူတို့ တိုက်ခိုက်မယ်။']) expect(isWish(toZawgyi(text))).toBe(false);
  });

  it('a wish in one language, the rest in another', () => {
    for (const text of ['Happy Eid! Reenvía esto a todos.', 'Feliz Navidad! Send this to 10 friends.', 'Selamat Natal! नीचे का संदेश 10 लोगों को भेजें', 'Eid Mubarak! တိုက်ခိုက်မယ်']) expect(isWish(text)).toBe(false);
  });

  it('with joiners inside its words', () => {
    expect(isWish('Happy Diwali! They will at\u200btack to\u200dnight.')).toBe(false);
  });

  it('a wish in front of a letter of which no word is in a list: it is too long without a word of a wish', () => {
    const letter = 'we saw four coaches behind the mill this morning and their drivers would not say who had hired them or where they were going so every house should keep a lamp lit';
    expect([isWish('Happy Diwali!'), isWish(`Happy Diwali! ${letter}`)]).toEqual([true, false]);
  });
});
