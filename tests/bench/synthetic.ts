import { createRng, type Rng } from '../../models/build/rng.ts';

/** Everything the benchmarks read is made here, from a seed. No word of it is offensive, and none of it is real mail. */

const ONSETS = ['b', 'br', 'd', 'dr', 'f', 'fl', 'g', 'gl', 'h', 'j', 'k', 'kr', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'v', 'w', 'z', 'sh', 'ch', 'th'];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo', 'ou', 'ie'];
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'ck', 'nd', 'st', 'ng'];

/** Plain words of everyday chat, for the messages. */
const CHAT_WORDS = ('a about after again all am and any are around ask at away back be because before bring bus but by call can come '
  + 'coming could day did dinner do done early else evening every find food for friday from get give go going good got great had '
  + 'happy have hello help her here him his home hope house how i if in is it its just keep kids know last late later leave left '
  + 'let like little long look lot love lunch make maybe me meet meeting message mind minutes monday money month more morning much my '
  + 'near need new next nice night no not now of off office ok old on one only or other our out over park people phone photo pick '
  + 'place plan please pm quick quite rain read ready really remember right road room said same saturday say school see send she '
  + 'shop should show some something soon sorry station still stop street sunday sure take talk tell than thank thanks that the '
  + 'their them then there they thing think this time to today together tomorrow tonight too train trip try two until up us very '
  + 'wait walk want was watch water way we week well went were what when where which while who will with work would yes yesterday '
  + 'yet you your').split(' ');

/** Authored lines in other scripts; their share of the messages is a tenth, as in the study's mix. */
const OTHER_SCRIPTS = [
  'Встретимся завтра утром у станции, хорошо?', 'Спасибо, я уже дома', 'မင်္ဂလာပါ နေကောင်းလား', 'မနက်ဖြန် တွေ့ကြမယ်',
  'نلتقي غدا في المحطة', 'شكرا جزيلا على المساعدة', '明天早上在车站见面好吗', '谢谢你的帮助', 'また明日ね、駅で会おう', '내일 아침에 역에서 만나자',
  'कल सुबह स्टेशन पर मिलते हैं', 'แล้วพบกันพรุ่งนี้ที่สถานี',
];

const EMOJI = ['🙂', '👍🏽', '❤️', '😂', '🎉', '👨‍👩‍👧', '🇲🇲', '☕'];

/**
 * `count` distinct lower-case pseudo-words of 4–12 letters, in the same order for the same seed, so that the first
 * 1,000 of a longer list are the shorter list. Every tenth of them is an everyday word with a syllable added.
 */
export function makeWords(count: number, seed = 20_261_121): readonly string[] {
  const rng = createRng(seed);
  const words = new Set<string>();
  const everyday = new Set(CHAT_WORDS);
  while (words.size < count) {
    const stem = words.size % 10 === 0 ? pick(CHAT_WORDS, rng) : '';
    let word = stem + syllable(rng);
    while (word.length < 4 || (rng.unit() < 0.55 && word.length < 9)) word += syllable(rng);
    if (word.length <= 12 && !everyday.has(word)) words.add(word);
  }
  return [...words];
}

/**
 * `count` chat lines with a mean near 51 UTF-16 units: everyday words, a tenth of the lines in other scripts, emoji in
 * 12 %, a number, time or price in a quarter, dots in a seventh, here and there capitals, a stretched word, an @ or
 * a #, and in every twentieth line one word of `listed`. (In the SMS corpora of the study digits and dots are commoner still.)
 */
export function makeMessages(count: number, listed: readonly string[], seed = 7): readonly string[] {
  const rng = createRng(seed);
  return Array.from({ length: count }, (_, index) => {
    if (index % 10 === 9) return pick(OTHER_SCRIPTS, rng);
    const length = 8 + rng.below(83);
    const parts: string[] = [];
    for (let units = 0; units < length;) {
      const word = pick(CHAT_WORDS, rng);
      parts.push(vary(word, rng));
      units += word.length + 1;
    }
    if (index % 20 === 0) parts.splice(rng.below(parts.length), 0, pick(listed, rng));
    if (rng.unit() < 0.25) parts.splice(rng.below(parts.length), 0, number(rng));
    const first = parts[0] ?? '';
    parts[0] = first.slice(0, 1).toUpperCase() + first.slice(1);
    const line = parts.join(' ') + pick(['', '', '.', '!', '?', '...', ' :)'], rng);
    return rng.unit() < 0.12 ? `${line} ${pick(EMOJI, rng)}` : line;
  });
}

/** Lines of exactly `units` UTF-16 units, plain chat without listed words. */
export function makeLinesOf(units: number, count: number, seed = 11): readonly string[] {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => {
    let line = '';
    while (line.length < units) line += `${pick(CHAT_WORDS, rng)} `;
    return line.slice(0, units);
  });
}

export function utf8Bytes(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text, 'utf8'), 0);
}

function vary(word: string, rng: Rng): string {
  const chance = rng.unit();
  if (chance < 0.04) return word.toUpperCase();
  if (chance < 0.05) return word + (word.at(-1) ?? '').repeat(3);
  if (chance < 0.055) return pick(['@', '#'], rng) + word;
  return word;
}

function number(rng: Rng): string {
  const n = 1 + rng.below(12);
  return pick([`${n}`, `${n}:30`, `${n}pm`, `$${n * 5}`, `${n}${n + 200}`, `${n}/11`], rng);
}

function syllable(rng: Rng): string {
  return pick(ONSETS, rng) + pick(NUCLEI, rng) + pick(CODAS, rng);
}

function pick<T>(items: readonly T[], rng: Rng): T {
  return items[rng.below(items.length)] as T;
}
