import { MEDIA_METHODS } from '../contract/media.ts';
import { workerForm } from '../contract/seal.ts';
import { arrive } from './arrive.ts';
import { decodePicture } from './decode-picture.ts';
import { decodeVideo } from './decode-video.ts';
import { MediaEngine } from './media-engine.ts';
import { MEDIA_NAMES } from './media-globals.ts';
import { runWorker } from './run-worker.ts';
import { wireEngine } from './wire.ts';

const isFrame = workerForm((globalThis as { readonly name?: string }).name ?? '') === 'frame';

/** `worker-media.js` and `worker-media.classic.js`, which a page asks for with the first picture. */
runWorker(wireEngine(new MediaEngine({ picture: decodePicture, video: decodeVideo, ...isFrame && { arrive } }), MEDIA_METHODS), MEDIA_NAMES);
