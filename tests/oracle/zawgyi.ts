// Zawgyi, slow and obvious: what its code points mean, and what shows that a run of Myanmar letters is not in an encoding.

/** Stack signs: the fold's own, a consonant under another one. */
const under = (consonant: number): string => String.fromCharCode(0xfdd0 + consonant - 0x1000);
const KINZI = '\ufdef';

/** Subscript glyphs from U+1060 on and the consonants they are, in hexadecimal. */
const SUBSCRIPTS = `1060 1000 1061 1001 1062 1002 1063 1003 1065 1005 1066 1006 1067 1006 1068 1007 1069 1008 106c 100b 106d 100c 1070 100f
  1071 1010 1072 1010 1073 1011 1074 1011 1075 1012 1076 1013 1077 1014 1078 1015 1079 1016 107a 1017 107b 1018 107c 1019 1085 101c 1093 1018`;

const subscripts: (readonly [string, string])[] = [];
const codes = SUBSCRIPTS.split(/\s+/).map((code) => Number.parseInt(code, 16));
for (let i = 0; i < codes.length; i += 2) subscripts.push([String.fromCharCode(codes[i] ?? 0), under(codes[i + 1] ?? 0)]);

/** Every code point that is something else in Zawgyi. */
export const ZAWGYI: ReadonlyMap<string, string> = new Map<string, string>([
  ...subscripts,
  ['\u1033', '\u102f'], ['\u1034', '\u1030'], ['\u1039', '\u103a'], ['\u103a', '\u103b'], ['\u103b', '\u103c'], ['\u103c', '\u103d'],
  ['\u103d', '\u103e'], ['\u105a', '\u102b\u103a'], ['\u1064', KINZI], ['\u106a', '\u1009'], ['\u106b', '\u100a'],
  ['\u106e', `\u100d${under(0x100d)}`], ['\u106f', `\u100d${under(0x100e)}`], ['\u107d', '\u103b'], ['\u1086', '\u103f'],
  ...'\u107e\u107f\u1080\u1081\u1082\u1083\u1084'.split('').map((c) => [c, '\u103c'] as const),
  ['\u1087', '\u103e'], ['\u1088', '\u103e\u102f'], ['\u1089', '\u103e\u1030'], ['\u108a', '\u103d\u103e'], ['\u108b', `${KINZI}\u102d`],
  ['\u108c', `${KINZI}\u102e`], ['\u108d', `${KINZI}\u1036`], ['\u108e', '\u102d\u1036'], ['\u108f', '\u1014'], ['\u1090', '\u101b'],
  ['\u1091', `\u100f${under(0x100d)}`], ['\u1092', `\u100b${under(0x100c)}`], ['\u1094', '\u1037'], ['\u1095', '\u1037'],
  ['\u1096', `${under(0x1010)}\u103d`], ['\u1097', `\u100b${under(0x100b)}`],
]);

const BASE = '\\u1000-\\u1021\\u1023-\\u1027\\u1029\\u102a\\u106a\\u106b\\u106e\\u106f\\u1086\\u108f-\\u1092\\u1097';
const PREFIX = '\\u1031\\u103b\\u107e-\\u1084';
const MEDIAL = '\\u103a\\u103c\\u103d\\u1060-\\u1069\\u106c\\u106d\\u1070-\\u107d\\u1085\\u1087-\\u108d\\u1093\\u1096';
const OTHER = '\\u1040-\\u1059';

const AGAINST_ZAWGYI = [
  /[\u1022\u1028\u1035\u103e\u103f\u105b-\u105f\u1098-\u109f]/g, new RegExp(`[${PREFIX}](?![${BASE}${PREFIX}])`, 'g'),
  new RegExp(`(?<=^|[${OTHER}])[${MEDIAL}]|(?<!\\u1000)\\u1060`, 'g'), /\u103a(?=[\u1038\u104a]|$)/g,
];
const AGAINST_UNICODE = [
  /(?:^|(?<=\u104a))\p{M}/gu, /\u1039(?![\p{L}\p{N}\p{S}\u103a])/gu, /(?<=[\u1037\u1038\u103a])[\u1031\u103b]/g,
];

const count = (patterns: readonly RegExp[], run: string): number => patterns.reduce((sum, pattern) => sum + [...run.matchAll(pattern)].length, 0);

/** Whether runs of Myanmar letters may be in an encoding. @param clear two letters or more of them are looked for */
function mayBeIn(zawgyi: boolean, runs: readonly string[], clear: boolean): boolean {
  const sum = (patterns: readonly RegExp[]): number => runs.reduce((total, run) => total + count(patterns, run), 0);
  const [againstUnicode, againstZawgyi] = [sum(AGAINST_UNICODE), sum(AGAINST_ZAWGYI)];
  if (!zawgyi) return againstUnicode <= againstZawgyi;
  return clear ? againstZawgyi <= againstUnicode : againstZawgyi < againstUnicode;
}

export function mayBe(zawgyi: boolean, run: string, clear: boolean): boolean {
  return mayBeIn(zawgyi, [run], clear);
}

/** Whether a word with these runs may be Zawgyi. */
export function mayBeAll(runs: readonly string[], clear: boolean): boolean {
  return mayBeIn(true, runs, clear);
}

/** Whether more of a whole text speaks against Unicode than against Zawgyi. Characters that the fold drops part no run. */
export function leansZawgyi(text: string): boolean {
  const runs = text.replace(/[\p{Default_Ignorable_Code_Point}\u0640\u07fa]/gu, '').match(/[\u1000-\u109f]+/gu) ?? [];
  const sum = (patterns: readonly RegExp[]): number => runs.reduce((total, run) => total + count(patterns, run), 0);
  return sum(AGAINST_UNICODE) > sum(AGAINST_ZAWGYI);
}
