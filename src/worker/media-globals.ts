import { KEPT_NAMES } from './seal-globals.ts';

/** What decoding needs beside the text worker's names; an engine may lack some. The classes of what these give need no name. */
const DECODING_NAMES = ['createImageBitmap', 'OffscreenCanvas', 'VideoDecoder', 'EncodedVideoChunk'] as const;

/** The globals that stay in the media worker. */
export const MEDIA_NAMES = [...KEPT_NAMES, ...DECODING_NAMES] as const;

/**
 * The reviewed list, beside `KEPT_GLOBALS`. `tests/attack/media-globals` follows each name, and what each of them makes, to
 * everything that can be had from it.
 */
export const DECODING_GLOBALS: Readonly<Record<(typeof DECODING_NAMES)[number], string>> = {
  createImageBitmap: 'the engine’s picture decoder; takes bytes and pictures, never an address; refuses SVG in a worker',
  OffscreenCanvas: 'rows of a decoded picture; nothing it draws or fills is loaded from an address, and the policy allows none',
  VideoDecoder: 'the engine’s video decoder: coded frames in, pictures out; not there in every engine and form',
  EncodedVideoChunk: 'one coded frame, bytes alone',
};
