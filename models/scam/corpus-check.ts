// npm run corpus [-- --lang TAG]: the authored corpus, checked and counted.

import { parseArgs } from 'node:util';
import { CORPUS_LANGUAGES, FAMILIES } from './corpus-languages.ts';
import { lintCorpus } from './corpus-lint.ts';

const { values } = parseArgs({ options: { lang: { type: 'string' } } });
const { faults, counts } = lintCorpus(undefined, values.lang);
const asked = counts.filter(({ lang }) => values.lang === undefined || lang === values.lang);
const rows = CORPUS_LANGUAGES.flatMap(({ tag, perFamily, benign }) => {
  const count = asked.find(({ lang }) => lang === tag);
  if (count === undefined) return values.lang === undefined ? [`${tag.padEnd(8)} nothing yet`] : [];
  const scams = FAMILIES.map((family) => count.scam[family] ?? 0);
  const honest = Object.values(count.benign).reduce((sum, n) => sum + n, 0);
  const short = FAMILIES.filter((_, index) => (scams[index] ?? 0) < perFamily);
  return [`${tag.padEnd(8)} ${`${scams.reduce((sum, n) => sum + n, 0)}`.padStart(5)} scams, ${`${honest}`.padStart(4)} of ${benign} honest, `
    + `${Math.round(count.variety)} distinct 4-grams per 100 texts${short.length === 0 ? '' : `; under ${perFamily}: ${short.join(' ')}`}`];
});
const mine = faults.filter(({ file }) => values.lang === undefined || file.startsWith(`${values.lang}/`));
process.stdout.write([...mine.map(({ file, line, fault }) => `${file}:${line} ${fault}`), ...rows, `${mine.length} faults`, ''].join('\n'));
process.exitCode = mine.length === 0 ? 0 : 1;
