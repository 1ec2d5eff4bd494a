/**
 * What a text gives away, as tables that a person can read. Each token of a text becomes one letter, by lists of words; rules
 * are rows of such letters. Built into `nudges.bin` (models/nudges/pack.ts): the worker's file holds none of it. Written for this project, CC0.
 *
 * | letter | stands for | | letter | stands for |
 * |---|---|---|---|---|
 * | `T` | number of the form of a telephone number | | `k` | kinds of schools |
 * | `P` | another number of six digits and more | | `g` | going to, studying at, being a pupil of |
 * | `n` | any other number | | `o` | is, at, in, the, called |
 * | `d` | a digit as a word | | `z` | what is said of school without naming one |
 * | `t` | telephone, number, messengers | | `m` | my, mine, here is |
 * | `c` | call, text, add | | `i` | I, I am, we |
 * | `S` | streets whose name follows | | `l` `L` | live, home, come over, send to |
 * | `x` | codes, orders, passwords | | `s` | street, flat, block, quarter |
 * | `a` | address | | `p` | postcode |
 *  * | `;` | begin and end, and those of sentences | | `w` | any other word |
 * | `f` | the bare word school | | `K` | names of school chains, compounds |
 * | `h` | name, called | | | |
 *
 * In a rule `.` is any letter but `;`. A star stands for any beginning or ending of a word; `0#11` for a number of 11 digits whose
 * first is 0, `#10` for any of 10 digits. Accents, apostrophes and local digits are folded (`FOLDED`) before.
 */
export interface NudgeTable {
  readonly words: Readonly<Record<string, string>>;
  readonly address: readonly string[];
  readonly school: readonly string[];
}

/** In every language. */
export const COMMON = {
  words: {
    T: '+#8 +#9 +#12 +#13 0#9 0#12 0#13 6#9 7#9 9#9 #10 #11',
    P: '#6 #7 #8 #9 #12 #13',
    n: '10#11',
    t: 'whatsapp wa whats viber telegram tel imo',
    x: '*nummer *code code id otp pin wifi serie seri isbn password pw serial order tracking receipt pedido recibo recu codigo clave senha commande mdp beleg कोड ऑर्डर पासवर्ड रसीद ओटीपी kode pesanan sandi struk كود الكود الطلب باسورد السر فاتوره التسلسلي ကုဒ် အော်ဒါ စကားဝှက် စီရီယယ် ဘောက်ချာ',
    ';': '! ?',
  },
  /** Numbers that are no telephone's. */
  not: 'x[^;p]{0,4}[TP]|[TP][^;]{0,2}x',
  phone: ['T', 'd{6}', 't.{0,3}P', 'P.{0,2}t', 'mP;', ';oP;'],
};

/** Pairs of equal length: what is read as what. */
export const FOLDED: readonly (readonly [string, string])[] = [
  ['àáâãäåçèéêëìíîïñòóôõöùúûüœß', 'aaaaaaceeeeiiiinooooouuuuos'],
  ['٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९၀၁၂၃၄၅၆၇၈၉', '0123456789012345678901234567890123456789'],
  ['أإآٱىةؤئیک', 'اااايهوييك'],
  ['ँ\n؟।။،၊', 'ं!!!!,,'],
];
/** Not read at all: apostrophes, nukta, tatweel, vowel signs of Arabic, joiners. */
export const DELETED = "'’‘़ـًٌٍَُِّْ\u200b\u200c\u200d\u2060\ufe0f";
