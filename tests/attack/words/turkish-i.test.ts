import { describe, expect, it } from 'vitest';
import { finderOf, fullKernel, type Finder } from '../../fixtures/disguises/finder.ts';
import { KINDS } from '../../property/runs.ts';

describe('the four i of Turkish', () => {
  it('are one letter, in disguises and in capitals', () => {
    for (const text of ['ılık', 'ILIK', 'ilik', 'İLİK', 'i̇lık', '𝚤l𝚤k']) expect(finderOf(['ılık'])(`çok ${text} su`), text).toHaveLength(1);
    for (const text of ['quıet', 'QUİET', 'qu\u0131et', 'qui\u0307et']) expect(finderOf(['quiet'])(text), text).toHaveLength(1);
  });

  it('do not make one word of others', () => {
    for (const [term, text] of [['ılık', 'ilke'], ['kıl', 'kıllı'], ['sınır', 'sınırlar']] as const) expect(finderOf([term])(text), text).toEqual([]);
  });

  it('sharp s is two s, large and small', () => {
    for (const text of ['Straße', 'STRASSE', 'STRAẞE', 'strasse']) for (const term of ['straße', 'strasse', 'STRAẞE']) expect(finderOf([term])(text), text).toHaveLength(1);
  });
});

describe.each(KINDS)('in a Turkish list of the %s kernel', (kind) => {
  const kernel = fullKernel(kind);
  const turkish = (...words: readonly string[]): Finder => finderOf(words.map((text) => ({ text, turkish: true })), kernel);
  /** Which of the texts are found, each in a sentence of somebody who has the letters, or in one that does not tell. */
  function found(words: readonly string[], texts: readonly string[], sentence: (text: string) => string = (text) => `ne güzel, ${text} mu`): readonly string[] {
    const find = turkish(...words);
    return texts.filter((text) => find(sentence(text)).length > 0);
  }
  const plainly = (text: string): string => `ne kadar, ${text} mu`;

  it.each<[string, readonly string[], readonly string[]]>([
    ['kır', ['kır', 'Kır', 'KIR'], ['kir', 'Kir', 'KİR', 'ki\u0307r', 'KI\u0307R', 'kı\u0307r']],
    ['kir', ['kir', 'Kir', 'KİR', 'KI\u0307R', 'ki\u0307r'], ['kır', 'KIR', 'kIr']],
    ['ısı', ['ısı', 'Isı', 'ISI'], ['isi', 'ısi', 'isı', 'İSİ', 'Isi']],
    ['isi', ['isi', 'İsi', 'İSİ'], ['ısı', 'ısi', 'isı', 'ISI', 'Isi']],
    ['sin', ['sin', 'SİN'], ['sın', 'SIN']],
    // English has the plain word, so elsewhere only ı would do.
    ['sın', ['sın', 'SIN'], ['sin', 'SİN']],
  ])('%s is found in its letters and in no others', (word, same, others) => {
    expect(found([word], [...same, ...others])).toEqual(same);
  });

  it('two words that differ in it alone are two, and no duplicates', () => {
    expect(kernel.setWords(['kır', 'kir', 'Kır', 'KİR', 'K\u0131r', 'KI\u0307R'].map((text, entry) => ({ text, entry, turkish: true })))).toEqual(
      [2, 3, 4, 5].map((index) => ({ index, why: 'duplicate' })),
    );
    const find = turkish('kır', 'kir');
    expect(['kır', 'kir', 'KİR', 'k1r', 'KIR ÇİÇEĞİ'].map((text) => find(text).map(({ term }) => term).join(' '))).toEqual(['kır', 'kir', 'kir', 'kır kir', 'kır']);
  });

  it('a capital I is ı where an accent near it tells of a keyboard that has İ, and else either', () => {
    for (const [text, dotless, dotted] of [['KIR', 'kır', 'kir'], ['ISI', 'ısı', 'isi'], ['kIrsIz', 'kırsız', 'kirsiz']] as const) {
      expect(found([dotless], [text])).toEqual([text]);
      expect(found([dotted], [text])).toEqual([]);
      for (const word of [dotless, dotted]) expect(found([word], [text], plainly), word).toEqual([text]);
    }
    // As far as ten words away, not further.
    const far = (units: number): string => `KIR ${'ne '.repeat(units / 3)}güzel`;
    expect(found(['kir'], [far(54), far(90)], (text) => text)).toEqual([far(90)]);
    // In the list it says nothing: fields for words begin with capitals of their own.
    expect(found(['KIR'], ['kır', 'KIR', 'kir', 'KİR'])).toEqual(['kır', 'KIR', 'kir', 'KİR']);
  });

  it('words of other languages are found in capitals', () => {
    expect(found(['picnic', 'kiwi'], ['PICNIC', 'Kiwi', 'KIWI', 'picnic'], (text) => `this is a ${text}`)).toEqual(['PICNIC', 'Kiwi', 'KIWI', 'picnic']);
  });

  it('typed wholly without Turkish letters a word is found where it has others than ı: then an i tells nothing', () => {
    expect(found(['çıkış'], ['çıkış', 'ÇIKIŞ', 'cikis', 'CIKIS', 'Cikis', 'çikiş', 'cıkis', 'ÇİKİŞ'])).toEqual(['çıkış', 'ÇIKIŞ', 'cikis', 'CIKIS', 'Cikis']);
    expect(found(['ılıman iklim'], ['ılıman iklim', 'ILIMAN İKLİM', 'iliman iklim', 'ILIMAN IKLIM', 'iliman ıklım', 'İLİMAN İKLİM'])).toEqual([
      'ılıman iklim', 'ILIMAN İKLİM', 'iliman iklim', 'ILIMAN IKLIM',
    ]);
    // What looks as if it were typed so and is another word's letters.
    expect(found(['cikis'], ['cikis', 'çıkış', 'CIKIS', 'ÇİKİŞ'])).toEqual(['cikis', 'ÇİKİŞ']);
    expect(found(['kır'], ['kir', 'Kir'], plainly)).toEqual([]);
  });

  it('digits, look-alikes, styled letters and other marks are any i, as before', () => {
    const texts = ['k1r', 'k!r', 'kіr', '𝐤𝐢𝐫', 'ｋｉｒ', '𝚔𝚤𝚛', 'ⓚⓘⓡ', 'kír', 'ki\u0301r', 'k%69r', 'k%C4%B1r'];
    for (const word of ['kirli', 'kırlı']) {
      for (const text of texts) {
        const disguised = word.replace(/^k.r/u, text);
        expect(turkish(word)(disguised), `${word}: ${disguised}`).toHaveLength(1);
      }
    }
  });

  it.each([
    ['set apart', 'k-ı-r-l-ı', 'k-i-r-l-i'], ['set apart by spaces', 'k ı r l ı', 'k i r l i'], ['stretched', 'kıııırlı', 'kiiiirli'], ['masked', 'kır*ı', 'kir*i'],
    ['one space inside', 'kır lı', 'kir li'], ['digits glued on', 'kırlı22', 'kirli22'], ['leet', 'kır1ı', 'kir1i'], ['backwards', '\u202eılrık', '\u202eilrik'],
    ['a hashtag', '#kırlı', '#kirli'], ['inside a hashtag', '#BuKırlıŞey', '#BuKirliŞey'], ['capitals set apart', 'K.I.R.L.I', 'K.İ.R.L.İ'],
  ])('holds in a disguise: %s', (_, dotless, dotted) => {
    expect(found(['kırlı'], [dotless, dotted])).toEqual([dotless]);
    expect(found(['kirli'], [dotless, dotted])).toEqual([dotted]);
  });

  it('holds inside words and at their beginnings', () => {
    const find = finderOf([{ text: 'kır', match: 'anywhere', turkish: true }, { text: 'kil', match: 'prefix', turkish: true }], kernel);
    expect(['bakır', 'bakir', 'BAKIR', 'kilim', 'kılım', 'KILIM'].filter((text) => find(`${text}, güzel`).length > 0)).toEqual(['bakır', 'BAKIR', 'kilim']);
  });

  it('leaves words without an i of its own, and accents of other letters, as they were', () => {
    const words = ['göl', 'río', 'naïve', 'exposé', 'badem'];
    const texts = ['göl', 'GÖL', 'gol', 'río', 'rio', 'RIO', 'naïve', 'naive', 'NAIVE', 'exposé', 'expose', 'EXPOSÉ', 'bademler', 'b4dem'];
    const plain = finderOf(words, fullKernel(kind));
    expect(found(words, texts)).toEqual(texts.filter((text) => plain(`ne güzel, ${text} mu`).length > 0));
    expect(found(words, texts)).toContain('rio');
    expect(found(words, texts)).not.toContain('expose');
  });

  it('a word put beside the list is told apart too', () => {
    kernel.setWords([{ text: 'kır', entry: 0, turkish: true }]);
    expect(kernel.putBeside([{ text: 'kir', entry: 1, turkish: true }, { text: 'ısı', entry: 2, turkish: true }])).toEqual([]);
    const entries = ['kır', 'kir', 'KIR ÇİÇEĞİ', 'KİR', 'ısı', 'isi'].map((text) => {
      kernel.read([{ text, scored: false }]);
      const { hits } = kernel.match();
      kernel.wipe();
      return hits.map(({ entry }) => entry);
    });
    expect(entries).toEqual([[0], [1], [0], [1], [2], []]);
  });
});
