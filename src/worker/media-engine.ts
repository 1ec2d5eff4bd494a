import { VERSION } from '../../build/version.gen.ts';
import { ASSET_HEADER_BYTES } from '../contract/assets.ts';
import { SafetyError } from '../contract/errors.ts';
import type { CoverReply, CoverRequest, MediaPort, MediaStart } from '../contract/media.ts';
import { ImageKernel } from '../media/image-kernel.ts';
import { coverFile, type Decoders } from './cover-file.ts';

/** The engine of the media worker: one kernel, one file after the other, nothing kept between them. */
export class MediaEngine implements MediaPort {
  readonly #decoders: Decoders;
  #kernel: ImageKernel | undefined;

  constructor(decoders: Decoders) {
    this.#decoders = decoders;
  }

  async start({ version, assets }: MediaStart): Promise<void> {
    const kernel = assets['image.bin'] ?? assets['image-scalar.bin'];
    if (version !== VERSION || kernel === undefined) {
      throw new SafetyError('asset-mismatch', 'The worker file is of another version. Copy the assets again.');
    }
    this.#kernel = new ImageKernel(new Uint8Array(kernel, ASSET_HEADER_BYTES));
  }

  async cover(request: CoverRequest): Promise<CoverReply> {
    if (this.#kernel === undefined) throw new SafetyError('worker-failed', 'The engine was not started.');
    return coverFile(this.#kernel, request, this.#decoders);
  }
}
