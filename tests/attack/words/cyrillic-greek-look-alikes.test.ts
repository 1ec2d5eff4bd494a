import { describe, it } from 'vitest';
import { CARRIERS } from '../../fixtures/disguises/carriers.ts';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { allCyrillic, cyrillic, greek } from '../../fixtures/disguises/look-alikes.ts';

describe('letters of Cyrillic and Greek for Latin ones', () => {
  it('are what they look like', () => {
    for (const disguise of [cyrillic, greek]) expectCaught(drawing(disguise), 0.97);
    // Wholly Cyrillic words among Cyrillic ones are taken for what they are.
    expectCaught(drawing(allCyrillic), 0.97, { carriers: CARRIERS.filter((carrier) => !/\p{Script=Cyrillic}/u.test(carrier)) });
  });

  it('are Russian, Ukrainian, Bulgarian and Greek where they are', () => {
    expectLeftAlone([
      'pot', 'cop', 'hoc', 'poca', 'oca', 'cto', 'kot', 'bec', 'map', 'xop', 'yxo', 'tom', 'hom', 'tot', 'to', 'ho', 'he', 'ha', 'no', 'ox', 'typ', 'box', 'nap', 'bop', 'top', 'cap',
      'covos', 'nov', 'kai', 'pou', 'tov', 'mov', 'avto', 'oti',
    ], [
      'У кота рот и нос', 'Это тот сор, что в углу', 'На траве роса, а в саду оса', 'Сто раз говорил: не трогай ухо', 'Тур по вору и топот', 'Хор поёт, а вес растёт',
      'Том пришёл домой, но не он', 'Він не тут, а там, хор співає', 'Нося кот на пазара', 'Не сме там, но то е тук', 'Пар от каши', 'Вот мой сап',
      'Το νερό και ο ουρανός', 'Τον είδα που έτρεχε', 'Αυτό είναι ο οίνος μου', 'Ότι και να πεις', 'Μου το είπε ο Τομ',
    ]);
  });

  it('are looked at in a word that mixes scripts, or is made of them alone', () => {
    expectHits(['cop', 'pasta'], { 'a сор here': 'сор', 'my pаsta': 'pаsta', 'good раstа then': 'раstа' });
  });

  it('hide Cyrillic words no more than Latin ones', () => {
    expectHits(['слива', 'сахар'], { 'это cлива тут': 'cлива', 'белый caxap тут': 'caxap', 'белый cахaр тут': 'cахaр' });
  });
});
