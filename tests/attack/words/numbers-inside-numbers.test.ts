import { describe, it } from 'vitest';
import { expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';

describe('numbers inside longer ones', () => {
  it('are no hits, whatever parts the digits', () => {
    expectLeftAlone(['420', '67', 'area 51'], [
      '$1,420', '10.420', '420.5', '420,000', "1'420", '1\u2019420', '13 420', '13\u00a0420', '13\u202f420', '13\u2009420 people', '420 000', '1.67', '67.5', '0,67', '67 420',
      '1 234 420', '1.4.2.0', '٣٬٠ 1420', 'area 51,000',
    ]);
  });

  it('are hits where the sign parts a sentence, a list or a range', () => {
    expectHits(['420', '67', 'area 51'], {
      'call 420, 5 people': '420', 'so 420.': '420', '420, 421': '420', '(420)': '420', '$420': '420', '420%': '420', '420-421': '420', '420/500': '420', 'at .420': '420', 'no, 67': '67',
      '420 5': '420', '2024 420': '420', '67 42': '67', '420 5000': '420', 'near area 51, 9 miles': 'area 51', '\uff14\uff12\uff10': '\uff14\uff12\uff10',
    });
  });

  it('are looked for inside as the person says', () => {
    expectHits([{ text: '420', match: 'anywhere' }], { '$1,420': '420', '14200': '420' });
    expectHits([{ text: '42', match: 'prefix' }], { '42,000': '42', 420: '42' });
    expectLeftAlone([{ text: '42', match: 'prefix' }], ['1,420']);
  });
});
