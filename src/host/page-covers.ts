import { MEDIA_ASSETS } from '../../build/media-assets.gen.ts';
import type { AssetRecord } from '../contract/assets.ts';
import { createCovers, type Covers } from './covers.ts';
import { openMediaLife, type MediaOptions } from './media-life.ts';

/** Covers in a page: the part that is loaded with the first of them. @param published the page's list of files, which it adds to */
export function pageCovers(options: MediaOptions, published: AssetRecord[]): Covers {
  published.push(...MEDIA_ASSETS);
  const { run, end } = openMediaLife(options);
  return createCovers(run, end);
}
