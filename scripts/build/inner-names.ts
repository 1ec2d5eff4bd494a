/**
 * Names of properties that never leave a worker: the minifier shortens them there. None may stand in `src/contract` (what is posted and
 * what hosts see), in quotation marks, or in anything that is stored; tests/architecture/inner-names.test.ts looks. To add one is
 * never needed: it saves some five bytes.
 */
export const INNER_NAMES = [
  'answeredAt', 'arrive', 'beside', 'bundled', 'capped', 'concept', 'consider', 'contributions', 'coversMedia', 'desk', 'disguised', 'each', 'elsewhere', 'full',
  'gated', 'granted', 'hasWords', 'hashes', 'holder', 'hosts', 'illFormed', 'interstitials', 'isTop', 'kernelWords', 'listed', 'listen', 'loadModel', 'loadWordTable',
  'lookalikes', 'numbers', 'offers', 'parts', 'past', 'putBeside', 'rebuilt', 'registrable', 'scored', 'segment', 'setSplits', 'setWords', 'shares', 'shows',
  'silences', 'silentUntil', 'staying', 'talk', 'tips', 'turkish', 'unsure', 'wordSlices', 'wordTables',
] as const;

/** The same for the files of `inward`, whose page side stands on nothing else: none is known to `inward/browser` or to a worker. */
export const PAGE_INNER_NAMES = [
  'adopt', 'announce', 'arm', 'asset', 'covers', 'desk', 'disarm', 'doubt', 'enforced', 'era', 'exclusive', 'failsafe', 'follow', 'hasLeft', 'hasPicture', 'hold',
  'inEngine', 'inTime', 'jobs', 'judge', 'listen', 'lookBlocked', 'made', 'manage', 'onChange', 'onCues', 'onHits', 'onLinks', 'onLost', 'onObserved', 'onRestart',
  'onState', 'onStored', 'onUnsaved', 'openForm', 'published', 'refit', 'refresh', 'rejectAll', 'rejectCurrent', 'reopen', 'reply', 'reportOnly', 'rewrite', 'scorer',
  'scores', 'settled', 'spare', 'spend', 'stamp', 'standing', 'started', 'storeDeadlineMs', 'take', 'tellsHosts', 'took', 'trouble', 'turns', 'used', 'whichKernel',
] as const;
