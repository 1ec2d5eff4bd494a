import { Engine } from './engine.ts';
import { runWorker } from './run-worker.ts';

/** `worker.js` and, for the frame form, `worker.classic.js`. */
runWorker(new Engine());
