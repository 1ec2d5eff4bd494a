/** For evaluation and for embedders' tests. The only place of the package where a score can be read. */
export { explainMessage, explainThread, readCounters } from './explain.ts';
export { fakeSafety, type FakeSafety, type FakeVerdicts } from './fake-safety.ts';
export type { EngineCounters, Explanation } from '../contract/engine.ts';
