import { describe, expect, it } from 'vitest';
import { expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { finderOf } from '../../fixtures/disguises/finder.ts';

describe('a consonant behind an open syllable', () => {
  it('is its last one: the word is another', () => {
    for (const [term, texts] of Object.entries({
      กา: ['การ', 'กาก', 'มากาก', 'การเดิน', 'การพูด'], ตา: ['ตาม', 'ตามใจ'], ดี: ['ดีด', 'ดีดกีตาร์'], แก: ['แกง', 'แกงไก่'], เรือ: ['เรือน'], ขอ: ['ของ'], เสีย: ['เสียง'],
      ลู: ['ลูก'], ที่: ['ที่น'], ລາ: ['ລາວ', 'ລາວເວົ້າ'], ດີ: ['ດີດ'], ແກ: ['ແກງ'], មា: ['មាន', 'មានទៅ'], ទៀ: ['ទៀត'], កូ: ['កូន'],
    })) expectLeftAlone([term], texts);
  });

  it.each([
    ['at the end', 'กา', 'เด็กกา', 4], ['before a space', 'กา', 'เด็กกา มา', 4], ['before a vowel that stands first', 'กา', 'กาแฟ', 0],
    ['before a consonant with a vowel', 'ตา', 'ตาดีมาก', 0], ['before a cluster', 'ตา', 'ตากลาง', 0], ['before a bare vowel', 'ตา', 'ตากอด', 0],
    ['before a letter that ends no syllable', 'ตา', 'ตาหมา', 0], ['with a vowel that takes none', 'ทำ', 'ทำนม', 0], ['with a vowel that takes none, in front', 'ไก่', 'ไก่ย', 0],
    ['with a last consonant of its own', 'กาน', 'กานรถ', 0], ['of Lao', 'ລາ', 'ມາລາດີ', 2], ['of Lao before a vowel', 'ລາ', 'ລາແດງ', 0], ['of Khmer', 'មា', 'មាទៅ', 0],
    ['of Khmer with a vowel that takes none', 'ទៅ', 'ទៅក', 0], ['in a longer word, which is seldom the beginning of another', 'นาฬิกา', 'นาฬิกานม', 0],
  ])('is none %s: %s in %s', (_, term, text, start) => {
    expect(finderOf([term])(text)).toEqual([{ start, end: start + term.length, term }]);
  });

  it('is found all the same by who lists the beginning', () => {
    expect(finderOf([{ text: 'กา', match: 'prefix' }])('การ')).toHaveLength(1);
  });
});
