import { describe, expect, it } from 'vitest';
import { nudgesIn } from '../../fixtures/nudges.ts';

describe('what a text gives away', () => {
  it.each([
    ['my number is 07700 900142', ['phone']],
    ['call me 202-555-0118', ['phone']],
    ['my number is 555 0143', ['phone']],
    ['come over, i live at 22 oakfield road', ['address']],
    ['my postcode is LS6 2AB', ['address']],
    ['I go to Lincoln High', ['school']],
    ['i go to lincoln high, i live at 14 maple street, text me on 07700 900142', ['phone', 'address', 'school']],
    ['vivo en la calle mayor 14', ['address']],
    ['j’habite 14 rue des lilas', ['address']],
    ['MEIN GYMNASIUM? ich wohne in der Lindenstraße 14', ['address']],
    ['मेरा नंबर ९८७६५४३२१० है', ['phone']],
    ['انا في مدرسة الفيصل الثانوية', ['school']],
    ['ငါ့ဖုန်းနံပါတ်၀၉၄၂၀၁၂၃၄၅၆ပါ', ['phone']],
  ])('%s: %j', (text, nudges) => { expect(nudgesIn(text)).toEqual(nudges); });

  it.each([
    '', '?', 'whats your address?', 'which school do you go to', 'the order number is 20231145', 'wifi password 88231177',
    'it is on 14/06/2026 20:10', '10 9 8 7 6 5 4 3 2 1', '3-2', 'i have 1.234.567 points', 'i live in a small town', 'my school is so boring',
    'constructor __proto__ toString', 'die bestellnummer ist 20231145', '\ud800 lone', '😀'.repeat(50),
  ])('%j gives nothing away', (text) => { expect(nudgesIn(text)).toEqual([]); });

  it('knows a telephone number in a message that is only one', () => {
    for (const number of ['07700 900142', '(415) 555-0132', '+44 7700 900329', '0812-3456-7890', '98765 43210', '612 345 678']) {
      expect(nudgesIn(number), number).toEqual(['phone']);
    }
  });

  it('keeps sentences apart', () => {
    expect(nudgesIn('i live at 22 oakfield road')).toEqual(['address']);
    expect(nudgesIn('i live! at 22 oakfield! road')).toEqual([]);
  });
});
