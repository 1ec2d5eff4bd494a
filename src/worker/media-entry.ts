import { MEDIA_METHODS } from '../contract/media.ts';
import { decodePicture } from './decode-picture.ts';
import { MediaEngine } from './media-engine.ts';
import { MEDIA_NAMES } from './media-globals.ts';
import { runWorker } from './run-worker.ts';
import { wireEngine } from './wire.ts';

/** `worker-media.js` and `worker-media.classic.js`, which a page asks for with the first picture. */
runWorker(wireEngine(new MediaEngine({ picture: decodePicture, video: () => Promise.resolve('undecodable') }), MEDIA_METHODS), MEDIA_NAMES);
