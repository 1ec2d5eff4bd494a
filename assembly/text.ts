// The text kernel's one entry: everything the host may call. Regions and status bits: memory.ts. No imports, no state but
// the regions, the tables, the list and the model; a new list goes into a new instance.

/** The map, for the host's views: the build compiles it into the bridge and takes it out here (scripts/build/compile-kernel.ts). */
export {
  INPUT, INPUT_UNITS, SEGMENTS, SEGMENTS_MAX, FOLDED, ORIGIN, SYMBOLS, HITS, HITS_MAX, CONCEPTS, IDS, DENSE, OUT, FROM, SCRATCH, READINGS,
  READINGS_BYTES, COMMON, COMMON_BYTES, TABLES, TABLES_BYTES, MODEL, MODEL_BYTES, CUES, CUES_BYTES,
} from './memory';

export { loadTables, unicodeVersion } from './normalise/tables';
export { loadReadings } from './normalise/readings';
export { loadCommonWords } from './match/common-words';
export { capitals, normalise, status } from './normalise/normalise';
export { listReads } from './match/encoding';
export { wipe } from './normalise/wipe';
export { listAdd, listBegin } from './match/list';
export { listBuild } from './match/build';
export { match, matchOptions } from './match/scan';
export { workDone } from './match/work';

export { featureFlags, features, featureUnits } from './features/features';
export { checkModel } from './score/model';
export { language } from './score/language';
export { concepts, cues } from './score/concepts';
export { score } from './score/network';
