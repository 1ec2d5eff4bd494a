import { expect, it } from 'vitest';
import { nudgesIn } from '../../fixtures/nudges.ts';

it.each([
  'zero seven seven double oh nine hundred one two three', 'seis uno dos tres cuatro cinco seis siete ocho', 'zéro six trente neuf quatre vingt dix huit',
  'null eins fünf zwei zwei acht acht eins', 'nol delapan satu dua tiga empat lima', 'नौ आठ सात छह पाँच चार', 'صفر خمسة صفر واحد اثنين ثلاثة',
  'သုည ကိုး လေး နှစ် သုည တစ် နှစ်', '0 7 7 0 0 9 0 0 6 1 2', '0.7.7.0.0.9.0.0.6.1.2',
])('a number in words or set apart is one: %s', (text) => { expect(nudgesIn(text)).toEqual(['phone']); });

it.each(['one two three go', 'uno dos tres ya', 'eins zwei drei los', 'satu dua tiga mulai', '10 9 8 7 6 5 4 3 2 1'])('counting is none: %s', (text) => {
  expect(nudgesIn(text)).toEqual([]);
});
