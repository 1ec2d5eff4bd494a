import { CHAIN_METHODS } from '../contract/chain.ts';
import { ChainEngine } from './chain-engine.ts';
import { runWorker } from './run-worker.ts';
import { KEPT_NAMES } from './seal-globals.ts';
import { wireEngine } from './wire.ts';

/** `worker-chain.js` and `worker-chain.classic.js`, which a page asks for with the first long message that may be one of a chain. It keeps the text worker's globals. */
runWorker(wireEngine(new ChainEngine(), CHAIN_METHODS), KEPT_NAMES);
