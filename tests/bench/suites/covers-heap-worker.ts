import { ImageKernel, type Picture } from '../../../src/media/image-kernel.ts';
import { coverFile } from '../../../src/worker/cover-file.ts';
import { decodePicture } from '../../../src/worker/decode-picture.ts';

/** Runs in a worker, called by the debugger, which looks at its heap before and after. */
const scope = globalThis as unknown as {
  ready: boolean; held: unknown; kernelBytes: number; prepare(): Promise<void>; fromMemory(): void; fromBlob(): Promise<void>;
};
let kernel: ImageKernel;
let bytes: Uint8Array<ArrayBuffer>;
let file: Blob;

scope.prepare = async () => {
  kernel = new ImageKernel(new Uint8Array(await (await fetch('/kernel')).arrayBuffer()));
  bytes = new Uint8Array(await (await fetch('/baseline')).arrayBuffer());
  file = new Blob([bytes]);
  scope.kernelBytes = kernel.exports.memory.buffer.byteLength;
};

/** What a cover is made with, and the cover itself: nothing is let go of on the way. */
scope.fromMemory = () => {
  const head = kernel.readFile(bytes);
  const cover: Picture = kernel.cover();
  scope.held = [head, cover];
};

scope.fromBlob = async () => {
  scope.held = await coverFile(kernel, { file, cells: 16 }, { picture: decodePicture, video: () => Promise.resolve('undecodable') });
};
scope.ready = true;
