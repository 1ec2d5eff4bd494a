import { NOTICE_NAMES } from '../../../src/worker/notices-globals.ts';
import { lookAtWorker } from './kept-worker.ts';

lookAtWorker(NOTICE_NAMES);
