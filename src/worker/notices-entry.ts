import { NOTICE_METHODS } from '../contract/notices.ts';
import { NoticeEngine } from './notices-engine.ts';
import { NOTICE_NAMES } from './notices-globals.ts';
import { runWorker } from './run-worker.ts';
import { wireEngine } from './wire.ts';

/** `worker-notices.js` and `worker-notices.classic.js`, which a page asks for with the first message that a notice may come of. */
runWorker(wireEngine(new NoticeEngine(), NOTICE_METHODS), NOTICE_NAMES);
