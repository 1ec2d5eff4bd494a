import type { VideoFormat, VideoSample } from './video-sample.ts';

/** What a container tells of the first picture of a video that stands by itself. */
export interface Found extends Pick<VideoSample, 'width' | 'height' | 'rotation'> {
  readonly format: VideoFormat;
  /** First part of the codec's name: `avc1`, `hev1`. */
  readonly name: string;
  /** The decoder's configuration; empty where there is none. */
  readonly config: Uint8Array;
  /** Where in the file the coded picture lies. */
  readonly from: number;
  readonly to: number;
}
