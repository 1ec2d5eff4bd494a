// Takes UTS #39's confusables out of the ICU that Node carries, and prints them as `data/confusables-17.0.0.tsv`. Run once
// for a Unicode version, with the Node named in SOURCES.md; the build reads the vendored file only:
//
//   npx tsx assembly/tables/build/extract-confusables.ts > assembly/tables/data/confusables-17.0.0.tsv
//
// ICU's common data (udata.h, ucmndata.h) is a header, the number of its files, { name offset, data offset } for each, and
// the files. `confusables.cfu` (uspoof_impl.h, format 2) has its keys and values in order of code point: a key is the code
// point and, in its top byte, the UTF-16 units of the target less one; a value is the unit, or where the units are.

import { readFileSync } from 'node:fs';

const UNICODE = '17.0';
const MAGIC = 0x3845fdef;

const binary = readFileSync(process.execPath);
if (process.versions['unicode'] !== UNICODE) throw new Error(`This Node has Unicode ${String(process.versions['unicode'])}.`);

/** Where the payload of the ICU file with this data format begins; its UDataInfo stands 4 bytes into its header. */
function payloadAt(header: number, format: string, version: number): number {
  if (binary.readUInt16LE(header + 2) !== 0x27da || binary[header + 8] !== 0) throw new Error('Not little-endian ICU data.');
  if (binary.toString('latin1', header + 12, header + 16) !== format || binary[header + 16] !== version) throw new Error(`Not ${format} ${String(version)}.`);
  return header + binary.readUInt16LE(header);
}

function commonData(): number {
  for (let at = binary.indexOf('CmnD'); at >= 12; at = binary.indexOf('CmnD', at + 1)) {
    if (binary.readUInt16LE(at - 10) === 0x27da) return payloadAt(at - 12, 'CmnD', 1);
  }
  throw new Error('This Node has no ICU data of its own.');
}

function fileIn(toc: number, name: string): number {
  const wanted = `/${name}`;
  for (let i = 0; i < binary.readUInt32LE(toc); i++) {
    const from = toc + binary.readUInt32LE(toc + 4 + i * 8);
    if (binary.toString('latin1', from, binary.indexOf(0, from)).endsWith(wanted)) return toc + binary.readUInt32LE(toc + 8 + i * 8);
  }
  throw new Error(`ICU's data has no ${name}.`);
}

const cfu = payloadAt(fileIn(commonData(), 'confusables.cfu'), 'Cfu ', 2);
const field = (index: number): number => binary.readUInt32LE(cfu + index * 4);
if (field(0) !== MAGIC) throw new Error('Not SpoofData.');
const [keys, count, values, strings] = [cfu + field(3), field(4), cfu + field(5), cfu + field(7)] as const;
const hex = (cp: number): string => cp.toString(16).toUpperCase().padStart(4, '0');
for (let i = 0; i < count; i++) {
  const key = binary.readUInt32LE(keys + i * 4);
  const units = (key >>> 24) + 1;
  const from = units === 1 ? values + i * 2 : strings + binary.readUInt16LE(values + i * 2) * 2;
  const target = [...binary.toString('utf16le', from, from + units * 2)].map((c) => hex(c.codePointAt(0) ?? 0));
  process.stdout.write(`${hex(key & 0xffffff)}\t${target.join(' ')}\n`);
}
