import { KEPT_NAMES } from '../../../src/worker/seal-globals.ts';
import { lookAtWorker } from './kept-worker.ts';

lookAtWorker(KEPT_NAMES);
