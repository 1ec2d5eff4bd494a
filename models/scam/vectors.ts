// vectors.tsv: texts with the kernel's exact scores. Authored and neutral texts only, never a line of an evaluation set.

import type { FeatureKernel } from '../build/kernel.ts';
import { authoredRows } from './authored.ts';
import { LANGUAGES } from './shape.ts';

/** A seed no training run uses, so that the drawn texts are new to the model (their templates are not). */
const SEED = 404;
const DRAWN = 230;

/** Neutral sentences in several scripts, and edges of what the kernel reads. */
const NEUTRAL: readonly (readonly [text: string, why: string])[] = [
  ['', 'nothing to read'], [' ', 'space only'], ['ok', 'gated: too short'], ['Call me', 'gated: too short'],
  ['The meeting moved to room four, see you at the stairs at ten.', 'plain English'],
  ['THE LIBRARY CLOSES AT SIX TODAY, PLEASE RETURN YOUR BOOKS', 'capitals'],
  ['Schöne Grüße aus Köln, wir sehen uns übermorgen am Bahnhof.', 'German, marks'],
  ['Où est la bibliothèque ? Elle est à côté de la mairie.', 'French, marks'],
  ['Jutro jedziemy nad jezioro, zabierz ciepły sweter i chleb.', 'Polish'],
  ['Besok kita makan siang di rumah nenek, jangan lupa bawa kue.', 'Indonesian'],
  ['วันนี้อากาศดีมาก ไปเดินเล่นที่สวนกันไหม', 'Thai'], ['มิเตอร์ 12345 อ่านเมื่อเช้า', 'Thai with a long number'],
  ['မင်္ဂလာပါ ဒီနေ့ ရာသီဥတု သာယာပါတယ်', 'Burmese'],
  ['오늘은 날씨가 좋아서 공원에 갔어요', 'Korean'], ['今日は天気がいいので公園に行きました', 'Japanese'],
  ['今天天气很好，我们去公园散步吧。', 'Chinese'], ['الطقس جميل اليوم، لنذهب إلى الحديقة', 'Arabic'],
  ['Сегодня хорошая погода, пойдём в парк', 'Russian'],
  ['https://example.org/photos', 'a link alone'], ['www.example.com', 'www.'], ['see example.org', 'known ending'],
  ['write to name@example.org', 'an address of mail is no link'], ['this.is fine', 'no link'], ['12345', 'long number'], ['1234', 'gated: four digits'],
  ['ＦＵＬＬ ｗｉｄｔｈ letters in a row here', 'full width'], ['co\u0301mposed and c\u00f3mposed are the same word', 'combining mark'],
  ['zero\u200bwidth between letters of this sentence', 'zero width space'], ['a😀b 😀😀 smile and wave to everyone there', 'pairs'],
  ['line one\nline two\r\nline three\tand a tab', 'white space'], ['!!!! ???? !!!! who is at the door ????', 'signs'],
  ['price $5, £6, €7, ฿8 at the market stall today', 'currencies'], ['x'.repeat(4_100), 'cut at the limit'],
];

const COLUMNS = ['id', 'input', 'gated', 'lang', 'shares', 'why'] as const;

export function vectorTexts(): readonly (readonly [text: string, why: string])[] {
  const rows = authoredRows(SEED, { scam: 2, benign: 2 }).filter(({ drawn }) => drawn);
  const every = Math.floor(rows.length / DRAWN);
  const drawn = rows.filter((_, i) => i % every === 0).map((row) => [row.text, `authored ${row.lang} ${row.name}`] as const);
  return [...NEUTRAL, ...drawn];
}

/** Inputs as JSON strings; shares of all classes as the shortest decimals that give the f32 back. */
export function writeVectors(kernel: FeatureKernel): string {
  const lines = vectorTexts().map(([text, why], i) => {
    const { gated } = kernel.extract(text);
    const { index } = kernel.language();
    kernel.concepts(index);
    return [i, JSON.stringify(text), gated ? 1 : 0, LANGUAGES[index], [...kernel.score()].join(' '), why].join('\t');
  });
  return `${COLUMNS.join('\t')}\n${lines.join('\n')}\n`;
}

export interface Vector {
  readonly text: string;
  readonly gated: boolean;
  readonly lang: string;
  readonly shares: readonly number[];
}

export function readVectors(tsv: string): readonly Vector[] {
  return tsv.trimEnd().split('\n').slice(1).map((line) => {
    const [, input = '""', gated, lang = '', shares = ''] = line.split('\t');
    return { text: JSON.parse(input) as string, gated: gated === '1', lang, shares: shares.split(' ').filter((share) => share !== '').map(Number) };
  });
}
