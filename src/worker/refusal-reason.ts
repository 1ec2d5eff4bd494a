import type { CoverReason } from '../contract/media.ts';
import type { VideoRefusal } from '../media/video/video-sample.ts';

const REASONS: Readonly<Record<VideoRefusal, CoverReason>> = {
  unsupported: 'undecodable', damaged: 'damaged', cut: 'damaged', 'too-big': 'too-big', work: 'too-big',
};

/** What the caller is told of a file that the readers of containers refuse. */
export function refusalReason(answer: VideoRefusal): CoverReason {
  return REASONS[answer];
}
