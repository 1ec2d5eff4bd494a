/**
 * Names of properties that never leave a worker: the minifier shortens them there. None may stand in `src/contract` (what is posted and
 * what hosts see), in quotation marks, or in anything that is stored; tests/architecture/inner-names.test.ts looks. To add one is
 * never needed: it saves some five bytes.
 */
export const INNER_NAMES = [
  'answeredAt', 'arrive', 'beside', 'bundled', 'capped', 'classes', 'consider', 'considers', 'contributions', 'coversMedia',
  'dense', 'disguised', 'each', 'elsewhere', 'facts', 'full', 'gated', 'granted', 'hasLink', 'hasLongNumber', 'hasWords', 'hashes', 'illFormed',
  'kernelWords', 'listed', 'listen', 'loadModel', 'loadWordTable', 'lookalikes', 'numbers', 'parts', 'putBeside', 'registrable', 'same', 'scored',
  'setSplits', 'setWords', 'staying', 'turkish', 'wordSlices', 'wordTables',
] as const;
