import { Engine } from './engine.ts';
import { readerWithoutKernel } from './plain-words.ts';
import { runWorker } from './run-worker.ts';

/** `worker-plain.js` and `worker-plain.classic.js`, which a page asks for where it has no WebAssembly. */
runWorker(new Engine(readerWithoutKernel));
