import { describe, expect, it } from 'vitest';
import { expectHits, expectLeftAlone } from '../../fixtures/disguises/judge.ts';
import { finderOf } from '../../fixtures/disguises/finder.ts';
import { UNSPACED_CARRIERS, UNSPACED_PROSE, UNSPACED_TERMS } from '../../fixtures/disguises/unspaced.ts';

const BETWEEN = [
  '.', '-', '_', '*', '/', '|', '~', '+', '·', '•', '=', '^', '#', '…', '–', ' ', '  ', '\u3000', '\n', '\n\n', '\u200b', '\u200d', '🙂', '❤️', '👨‍👩‍👧', ' ✨ ', ' - ', '***',
];
const plain = (term: string): string => term.replaceAll('|', '');

describe('letters of scripts without spaces that are set apart', () => {
  it('are one word, whatever stands between its clusters', () => {
    const find = finderOf(UNSPACED_TERMS.map(plain));
    const missed: string[] = [];
    let cases = 0;
    for (const term of UNSPACED_TERMS) {
      for (const carrier of UNSPACED_CARRIERS) {
        for (const gap of BETWEEN) {
          const at = carrier.indexOf('{}');
          const written = term.replaceAll('|', gap);
          const text = carrier.replace('{}', written);
          cases++;
          if (!find(text).some(({ start, end, term: found }) => found === plain(term) && start === at && end === at + written.length)) missed.push(text);
        }
      }
    }
    expect(cases).toBeGreaterThan(4_000);
    expect(missed).toEqual([]);
  });

  it('are four clusters at least where the marks are those of sentences', () => {
    expectHits(['人工智能', 'さくらもち'], { '人、工、智、能': '人、工、智、能', '我说人。工。智。能吧': '人。工。智。能', 'さ, く, ら, も, ち': 'さ, く, ら, も, ち' });
    expectLeftAlone(['人工智', '人工智能'], ['人、工、智', '人，工，智', '人工，智、能', '人·工，智。']);
  });

  it('are a word with one of four characters masked', () => {
    expectHits(['人工智能', 'さくらもち'], { '说人*智能吧': '人*智能', '人工%能': '人工%能', 'さ×らもち': 'さ×らもち', '人.#.智.能': '人.#.智.能', '人工🙂能': '人工🙂能' });
  });

  it('are two characters only where no running text has the mark', () => {
    expectHits(['苹果', 'မြန်မာ'], { '吃苹*果吧': '苹*果', '吃 苹🍏果': '苹🍏果', 'သည် မြန်*မာ သည်': 'မြန်*မာ', '苹.果': '苹.果' });
    expectLeftAlone(['苹果', 'မြန်မာ', '男女'], ['吃苹.果', '吃苹🍏果', '苹 果', '苹、果', '苹，果', '苹\n果', '苹-果子', 'မြန် မာ', 'မြန်၊ မာ', '男、女', '男 女']);
  });

  it('are ordinary writing', () => {
    const others = ['东西南', '好我', '好天', '气很', '工智', '智能', '图书', '红黄蓝', '目录', '第一二', 'さくら', 'お茶に', '赤青黄', 'はいそう', 'กินข้าว', 'น้ำใจ', 'ປີໃຈ', 'ទៅណា', 'စားပြီး', 'လက်ဖက်', '我们走', '快乐大', '天气真好'];
    const found = finderOf([...UNSPACED_TERMS.map(plain), ...others]);
    // As written they may be there; across a mark or a space they are not.
    const across = UNSPACED_PROSE.flatMap((text) => found(text).filter(({ start, end, term }) => text.slice(start, end) !== term).map(({ term }) => `${term} in ${text}`));
    expect(across).toEqual([]);
  });
});
