import { ENGINE_METHODS } from '../contract/engine.ts';
import { Engine } from './engine.ts';
import { runWorker } from './run-worker.ts';
import { KEPT_NAMES } from './seal-globals.ts';
import { wireEngine } from './wire.ts';

/** `worker.js` and, for the frame form, `worker.classic.js`. */
runWorker(wireEngine(new Engine(), ENGINE_METHODS), KEPT_NAMES);
