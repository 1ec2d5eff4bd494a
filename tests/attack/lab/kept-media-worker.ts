import { MEDIA_NAMES } from '../../../src/worker/media-globals.ts';
import { lookAtWorker } from './kept-worker.ts';

/** Everything that the decoding names make, and what that makes: contexts, pictures, a file, its stream, an error. */
async function made(): Promise<Readonly<Record<string, unknown>>> {
  const canvas = new OffscreenCanvas(4, 4);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const file = await canvas.convertToBlob();
  const bitmap = await createImageBitmap(file);
  const decoder = typeof VideoDecoder === 'function' ? new VideoDecoder({ output: () => undefined, error: () => undefined }) : undefined;
  return {
    canvas, context, file, bitmap, decoder, pixels: context.getImageData(0, 0, 1, 1), gradient: context.createLinearGradient(0, 0, 1, 1),
    pattern: context.createPattern(bitmap, 'repeat'), metrics: context.measureText('x'), stream: file.stream(), reader: file.stream().getReader(),
    webgl: new OffscreenCanvas(4, 4).getContext('webgl'), webgl2: new OffscreenCanvas(4, 4).getContext('webgl2'),
    chunk: typeof EncodedVideoChunk === 'function' ? new EncodedVideoChunk({ type: 'key', timestamp: 0, data: new Uint8Array(1) }) : undefined,
    error: await createImageBitmap(file.slice(0, 9)).catch((error: unknown) => error),
  };
}

lookAtWorker(MEDIA_NAMES, made);
