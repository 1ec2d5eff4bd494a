/** For evaluation and for embedders' tests. The only place of the package where a score can be read. */
export { explainMessage, explainThread, readCounters, type Explanation } from './explain.ts';
export type { ChainExplanation, ChainUnlooked } from './explain-chain.ts';
export { fakeSafety, type FakeSafety, type FakeVerdicts } from './fake-safety.ts';
export type { HintFacts } from '../contract/contact-facts.ts';
export type { EngineCounters } from '../contract/engine.ts';
