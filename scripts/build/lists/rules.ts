// What is left out of a default list, by rule and for every language alike.

import { hashOf } from '../../../src/contract/list-hash.ts';
import type { SourceList } from './sources.ts';

export type DropReason = 'minors' | 'short' | 'signs' | 'long' | 'clean' | 'duplicate';

export interface CleanedList {
  readonly tag: string;
  /** In order of UTF-16 units. */
  readonly texts: readonly string[];
  readonly dropped: Readonly<Record<DropReason, number>>;
}

/** UTF-16 units; `LIMITS.wordUnits` is larger. */
const LONGEST = 64;

/**
 * Entries that name young people have no place in a list that anybody may open: whatever holds one of these ordinary
 * words goes, in every list. Broad on purpose; an innocent entry lost costs less. Words of one language in a script that
 * others share are tried in that language alone.
 */
const YOUNG: Readonly<Record<string, readonly string[]>> = {
  all: [
    'child', 'kid', 'teen', 'minor', 'young', 'youth', 'underage', 'school', 'student', 'pupil', 'boy', 'girl', 'baby', 'infant',
    'toddler', 'junior', 'adolesc', 'juvenil', 'daughter', 'nephew', 'niece',
    'дет', 'дитя', 'ребен', 'ребён', 'подрост', 'школ', 'девоч', 'мальч', 'малолет', 'юн',
    '子供', '子ども', '児', '少女', '少年', '幼', '童', '学生', '學生', '未成年', '儿', '兒', '孩', '小女', '小男',
    '아이', '아동', '소녀', '소년', '어린', '학생', '미성년', 'طفل', 'اطفال', 'أطفال', 'صبي', 'ولد', 'بنت', 'قاصر', 'تلميذ', 'کودک', 'بچه', 'دختر', 'پسر',
    'बच्च', 'लड़क', 'लडक', 'किशोर', 'बालक', 'बालिका', 'नाबालिग', 'छोकर', 'छोटे', 'เด็ก', 'นักเรียน', 'เยาว์',
    'ကလေး', 'ကျောင်းသား', 'ကျောင်းသူ', 'မိန်းကလေး', 'ယောက်ျားလေး', 'လူငယ်',
  ],
  ar: [], 'ar-latn': ['walad', 'bint', 'tifl'], cs: ['dět', 'dít', 'dívk', 'holk', 'chlap', 'kluk'], da: ['barn', 'børn', 'pige', 'dreng'],
  de: ['kind', 'mädchen', 'maedchen', 'junge', 'jugend', 'schül', 'mädel'], eo: ['infan', 'knab', 'lernant'],
  es: ['niñ', 'chic', 'menor', 'joven', 'bebé', 'crí', 'escol', 'colegial', 'adolescen'], fi: ['laps', 'tyttö', 'tytö', 'poika', 'pojat', 'koulu', 'nuor', 'teini', 'pikku', 'alaikä'],
  fil: ['bata', 'dalaga', 'binata'], fr: ['enfant', 'fille', 'garçon', 'gamin', 'gosse', 'mineur', 'bébé', 'écol', 'lycé', 'collég', 'jeune', 'môme'],
  hu: ['gyerek', 'gyermek', 'lány', 'fiú', 'kisl', 'kisf', 'iskol'], it: ['bambin', 'ragazz', 'minor', 'fanciull', 'scuol', 'giovan', 'bimb'],
  kab: ['aqcic', 'taqcict'], nl: ['kind', 'meisje', 'jong', 'kleuter', 'puber', 'tiener', 'scholier'], no: ['barn', 'jente', 'gutt', 'unge'],
  pl: ['dzie', 'dzieck', 'chłop', 'uczen', 'nieletni', 'małolat'], pt: ['criança', 'menin', 'garot', 'menor', 'jovem', 'bebê', 'escol', 'adolescen', 'rapaz', 'miúd'],
  sv: ['barn', 'flick', 'pojk', 'unge', 'skol', 'tonår'], tr: ['çocuk', 'cocuk', 'kız', 'kiz', 'oğlan', 'oglan', 'liseli', 'bebek', 'genç', 'küçük', 'reşit', 'okul'],
};

/** Coded words of the same kind, as [units, FNV-1a]: this file does not spell them. */
const CODED: readonly (readonly [units: number, hash: number])[] = [
  [2, 0x03afdb56], [2, 0x14ba0f13], [2, 0x2433b296], [2, 0x2797b605], [2, 0x684e08a1], [2, 0x6c59fd8c],
  [2, 0xcacc1b4c], [2, 0xfc49dd55], [3, 0x509a0354], [3, 0x8305b2b4], [4, 0xb312c8d3], [4, 0xf7823863],
  [5, 0x38d7622d], [5, 0x99231a9c], [5, 0xc92ffafc], [6, 0x59d0bc49], [7, 0x5098949e], [8, 0x3391a775],
  [9, 0xd9efe31b],
];

/** One language without what the rules leave out. @param fold the normalisation of the kernel, as a string */
export function cleanList({ tag, texts, clean }: SourceList, fold: (text: string) => string): CleanedList {
  const dropped: Record<DropReason, number> = { minors: 0, short: 0, signs: 0, long: 0, clean: 0, duplicate: 0 };
  const base = tag.split('-')[0] ?? tag;
  const young = [...YOUNG['all'] ?? [], ...YOUNG[base] ?? [], ...YOUNG[tag] ?? []].flatMap((word) => [tidy(word), fold(word)]);
  const kept = new Map<string, string>();
  for (const text of [...new Set(texts.map(tidy))].sort()) {
    const folded = fold(text);
    const reasons: readonly (readonly [DropReason, boolean])[] = [
      ['minors', young.some((word) => text.includes(word) || folded.includes(word)) || isCoded(text) || isCoded(folded)],
      ['short', isShort(folded)],
      ['signs', !/[\p{L}\p{Extended_Pictographic}]/u.test(text)],
      ['long', text.length > LONGEST],
      ['clean', clean.has(text)],
      ['duplicate', kept.has(folded)],
    ];
    const reason = reasons.find(([, applies]) => applies)?.[0];
    if (reason === undefined) kept.set(folded, text);
    else dropped[reason]++;
  }
  dropped.duplicate += texts.length - new Set(texts.map(tidy)).size;
  return { tag, texts: [...kept.values()], dropped };
}

/** One character of any script; two Latin letters or digits are initials and units more often than insults. */
function isShort(folded: string): boolean {
  return folded.length < 2 || /^[a-z\d]{2}$/u.test(folded);
}

function isCoded(text: string): boolean {
  return CODED.some(([units, hash]) => {
    for (let at = 0; at + units <= text.length; at++) if (hashOf(text.slice(at, at + units)) === hash) return true;
    return false;
  });
}

/** One spelling of a text: composed, lower case, single spaces. */
function tidy(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
