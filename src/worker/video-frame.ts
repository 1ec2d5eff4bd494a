import { PIXELS_MAX, SIDE_MAX, type VideoSample } from '../media/video/video-sample.ts';

/**
 * Has the engine decode one coded picture by itself.
 * @returns the frame, which the caller closes; undefined where there is no `VideoDecoder` (frame form, old engines), where it does not
 * know the codec, where it fails, or where the frame is past the caps. May take for ever: a deadline is the page's.
 */
export async function firstFrame({ codec, description, bytes }: VideoSample): Promise<VideoFrame | undefined> {
  if (typeof VideoDecoder === 'undefined') return undefined;
  const config: VideoDecoderConfig = { codec, ...(description === undefined ? {} : { description }) };
  const frames: VideoFrame[] = [];
  let isWhole = false;
  try {
    if ((await VideoDecoder.isConfigSupported(config)).supported !== true) return undefined;
    // An error makes the flush fail, and closes the decoder.
    const decoder = new VideoDecoder({ output: (frame) => { frames.push(frame); }, error: () => undefined });
    decoder.configure(config);
    decoder.decode(new EncodedVideoChunk({ type: 'key', timestamp: 0, data: bytes }));
    await decoder.flush();
    decoder.close();
    isWhole = true;
  } catch {
    // Not a codec's name to this engine, or not a picture of that codec.
  }
  const first = frames[0];
  if (isWhole && first !== undefined && fits(first)) frames.shift();
  for (const frame of frames) frame.close();
  return frames.includes(first as VideoFrame) ? undefined : first;
}

/** Streams were held to the caps by their headers; decoders have the last word. */
function fits({ codedWidth, codedHeight }: VideoFrame): boolean {
  return Math.max(codedWidth, codedHeight) <= SIDE_MAX && codedWidth * codedHeight <= PIXELS_MAX;
}
