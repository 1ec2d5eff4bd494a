import { ENGINE_METHODS } from '../contract/engine.ts';
import { Engine } from './engine.ts';
import { readerWithoutKernel } from './plain-words.ts';
import { runWorker } from './run-worker.ts';
import { KEPT_NAMES } from './seal-globals.ts';
import { wireEngine } from './wire.ts';

/** `worker-plain.js` and `worker-plain.classic.js`, which a page asks for where it has no WebAssembly. */
runWorker(wireEngine(new Engine(readerWithoutKernel), ENGINE_METHODS), KEPT_NAMES);
