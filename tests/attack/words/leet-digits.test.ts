import { describe, it } from 'vitest';
import { drawing } from '../../fixtures/disguises/cases.ts';
import { expectCaught, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { leetDigits } from '../../fixtures/disguises/leet.ts';

describe('digits for letters', () => {
  it('are the letters', () => {
    expectCaught(drawing(leetDigits), 0.97);
  });

  it('are digits in numbers, times, names of things and chat', () => {
    expectLeftAlone([
      'loo', 'sos', 'boo', 'lee', 'less', 'bees', 'so', 'is', 'all', 'lol', 'ie', 'goo', 'seel', 'ago', 'ass', 'iot', 'sto', 'toll', 'gas',
    ], [
      '4 u', 'gr8, see u b4 lunch', '10:30 or 11.15', 'call 07700 900123', '1st, 2nd and 3rd', 'A4 paper', 'at 5pm', '100 of 505', 'page 800',
      'room 133', 'since 1355 or 8335', '50 people', '15 of them', 'G20 and MP3', 'error 404', 'an ISO 9001', '10 000 €', '2026-11-21', '900 grams',
      'in 1011', '455 km', 'it costs 5,70', 'v1.0.1', 'B52s', 'H2O', 'PS5', '7-11', '3:10', '10,11', '600', '700', '5 to 7', '430',
    ]);
  });
});
