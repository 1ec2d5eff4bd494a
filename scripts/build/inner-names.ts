/**
 * Names of properties that never leave a worker: the minifier shortens them there. None may stand in `src/contract` (what is posted and
 * what hosts see), in quotation marks, or in anything that is stored; tests/architecture/inner-names.test.ts looks. To add one is
 * never needed: it saves some five bytes.
 */
export const INNER_NAMES = [
  'answeredAt', 'arrive', 'beside', 'bundled', 'capped', 'concept', 'consider', 'contributions', 'coversMedia',
  'disguised', 'each', 'elsewhere', 'full', 'gated', 'granted', 'hasWords', 'hashes', 'holder', 'hosts', 'illFormed',
  'isTop', 'kernelWords', 'listed', 'listen', 'loadModel', 'loadWordTable', 'lookalikes', 'numbers', 'parts', 'putBeside', 'rebuilt', 'registrable', 'scored', 'segment',
  'setSplits', 'setWords', 'shares', 'staying', 'turkish', 'unsure', 'wordSlices', 'wordTables',
] as const;

/** The same for the files of `inward`, whose page side stands on nothing else: none is known to `inward/browser` or to a worker. */
export const PAGE_INNER_NAMES = [
  'adopt', 'announce', 'arm', 'asset', 'covers', 'desk', 'disarm', 'doubt', 'enforced', 'era', 'exclusive', 'failsafe', 'follow', 'hasLeft', 'hasPicture', 'hold', 'inEngine', 'jobs', 'judge',
  'made', 'onHits', 'onLinks', 'onLost', 'onObserved', 'onRestart', 'onState', 'onStored', 'onUnsaved', 'openForm',
  'published', 'rejectAll', 'rejectCurrent', 'reopen', 'reply', 'reportOnly', 'rewrite', 'scorer', 'spare', 'spend', 'stamp', 'standing',
  'started', 'storeDeadlineMs', 'take', 'tellsHosts', 'took', 'trouble', 'turns', 'used', 'whichKernel',
] as const;
