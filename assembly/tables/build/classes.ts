// What a code point is where the edge of a hit is judged. The numbers are the kernel's (assembly/normalise/tables.ts).

import { anyOf, property } from './unicode-data.ts';
import type { Folding } from './fold.ts';
import { isStackSign } from './myanmar.ts';

export const CLASS = {
  other: 0,
  /** Letter of a script that puts spaces between words. */
  letter: 1,
  /** Letter of a script that does not. */
  unspacedLetter: 2,
  digit: 3,
  /** Mark that stays in the folded text, of a spaced script. */
  mark: 4,
  unspacedMark: 5,
  emoji: 6,
  regionalIndicator: 8,
  space: 9,
  /** Format control that is dropped and belongs to no letter. */
  ignorable: 10,
  zeroWidthJoiner: 11,
  /** Dropped, and part of what stands before it: accents, variation selectors, tags, tatweel, skin tones. */
  droppedMark: 12,
} as const;

export type ClassNumber = (typeof CLASS)[keyof typeof CLASS];

const UNSPACED_SCRIPTS = [
  'Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Yi', 'Tangut', 'Nushu', 'Khitan_Small_Script', 'Thai', 'Lao', 'Khmer',
  'Myanmar', 'Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Tai_Viet', 'Tibetan', 'Javanese', 'Balinese',
];
/** Common to both kana: prolonged sound mark, full and half width. */
const KANA_COMMON = [0x30fc, 0xff70, 0x3099, 0x309a, 0xff9e, 0xff9f];

export interface Classes {
  readonly classOf: (cp: number) => ClassNumber;
  readonly isUpper: (cp: number) => boolean;
}

export async function makeClasses(folding: Folding): Promise<Classes> {
  const has = async (path: string): Promise<(cp: number) => boolean> => {
    const member = await property(path);
    return (cp) => member[cp] === 1;
  };
  const [markCategory, letter, number, symbol, upper] = [
    await has('General_Category/Mark'), await has('General_Category/Letter'), await has('General_Category/Number'),
    await has('General_Category/Symbol'), await has('General_Category/Uppercase_Letter'),
  ];
  const [ignorable, regional, space, alphabetic, pictographic] = [
    await has('Binary_Property/Default_Ignorable_Code_Point'), await has('Binary_Property/Regional_Indicator'), await has('Binary_Property/White_Space'),
    await has('Binary_Property/Alphabetic'), await has('Binary_Property/Extended_Pictographic'),
  ];
  const [extend, spacingMark, latin] = [
    await has('Grapheme_Cluster_Break/Extend'), await has('Grapheme_Cluster_Break/SpacingMark'), await has('Script/Latin'),
  ];
  const unspacedMember = await anyOf(UNSPACED_SCRIPTS.map((s) => `Script/${s}`));
  for (const cp of KANA_COMMON) unspacedMember[cp] = 1;
  const unspaced = (cp: number): boolean => unspacedMember[cp] === 1;

  function classOf(cp: number): ClassNumber {
    if (cp === 0x200d) return CLASS.zeroWidthJoiner;
    if (isStackSign(cp)) return CLASS.unspacedMark;
    const isMark = markCategory(cp) || extend(cp) || spacingMark(cp);
    if (folding.fold(cp).length === 0) {
      const belongs = !ignorable(cp) || isMark || (cp >= 0xe0020 && cp <= 0xe007f);
      return belongs && cp !== 0x200c ? CLASS.droppedMark : CLASS.ignorable;
    }
    if (regional(cp)) return CLASS.regionalIndicator;
    if (space(cp)) return CLASS.space;
    // Before letters: 🅰 is alphabetic, and an emoji.
    if (pictographic(cp) && folding.fold(cp)[0] === cp) return CLASS.emoji;
    if (isMark) return unspaced(cp) ? CLASS.unspacedMark : CLASS.mark;
    if (unspaced(cp) && (letter(cp) || number(cp) || symbol(cp))) return CLASS.unspacedLetter;
    if (letter(cp) || alphabetic(cp) || (number(cp) && latin(cp))) return CLASS.letter;
    if (number(cp)) return CLASS.digit;
    return pictographic(cp) ? CLASS.emoji : CLASS.other;
  }
  return { classOf, isUpper: upper };
}
