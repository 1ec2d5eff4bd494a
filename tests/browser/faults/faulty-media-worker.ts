import { VERSION } from '../../../build/version.gen.ts';
import { MEDIA_METHODS } from '../../../src/contract/media.ts';
import type { Decode } from '../../../src/worker/cover-file.ts';
import { decodePicture } from '../../../src/worker/decode-picture.ts';
import { answerCalls } from '../../../src/worker/endpoint-filter.ts';
import { MediaEngine } from '../../../src/worker/media-engine.ts';
import { wireEngine } from '../../../src/worker/wire.ts';
import { openDoor } from '../../../src/worker/worker-door.ts';

/**
 * The package's media worker with faults to order, by the height of a picture 7 pixels wide: 1 never returns, 2 throws outside of any
 * call, 3 ends the worker from inside without a word. Unsealed: it stands in for `worker-media.js` under `seal: 'off'`.
 */
const picture: Decode = (file, head) => {
  if (head.width !== 7) return decodePicture(file, head);
  if (head.height === 1) for (;;) { /* a decoder that a hostile picture keeps busy */ }
  if (head.height === 2) setTimeout(() => { throw new Error('plaintext in an error'); });
  if (head.height === 3) (globalThis as unknown as DedicatedWorkerGlobalScope).close();
  return new Promise(() => undefined);
};

void openDoor(globalThis as unknown as DedicatedWorkerGlobalScope, 'off').then((door) => {
  answerCalls(door, wireEngine(new MediaEngine({ picture, video: () => Promise.resolve('undecodable') }), MEDIA_METHODS));
  door.postMessage({ inward: 'report', version: VERSION, form: 'off', sealed: false, failed: [] }, []);
});
