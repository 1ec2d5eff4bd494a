import type { CoverPicture, OpenOriginal } from 'inward/ui';
import { asksTwice } from 'inward/requests';
import { cardOf, contextFor, isCoveredMedia, type Bubble, type Media, type Model } from '../model.ts';
import { saveFile } from '../save-file.ts';
import { h, type Child, type VNode } from './element.ts';

/** One function for each original: to the element another function is another original. */
const opens = new WeakMap<Blob, OpenOriginal>();
/** Addresses of originals that may be shown. */
const addresses = new Map<Blob, string>();

/** Pictures, videos, sounds and files of a message: behind a cover as long as the verdict says so. */
export function attachments(model: Model, bubble: Bubble): readonly Child[] {
  return bubble.media.map((media) => (isCoveredMedia(bubble, media) ? covered(model, bubble, media) : clear(media)));
}

/** The original's bytes come to the page by a person's press, through `open`, and leave it with the next cover. */
function covered(model: Model, { peer, notices }: Bubble, media: Media): VNode {
  const { id, kind, blob, fileName } = media;
  const address = addresses.get(blob);
  if (address !== undefined) {
    URL.revokeObjectURL(address);
    addresses.delete(blob);
  }
  const open = opens.get(blob) ?? (() => Promise.resolve(blob));
  opens.set(blob, open);
  const { name } = cardOf(model, peer);
  return h('inward-cover', {
    key: `cover-${id}`, 'aria-busy': isWaiting(model, media) && 'true', '.cover': coverOf(model, id), '.open': open, '.from': name, '.kind': kind, '.warned': asksTwice('reveal', contextFor(model, peer), notices), '.fileName': fileName,
  });
}

/** Its cover is being made, and will take the tile's place. */
function isWaiting({ covers, safety }: Model, { id, kind }: Media): boolean {
  const found = covers.get(id);
  return safety.state !== 'failed' && (kind === 'image' || kind === 'video') && (found === undefined || found === 'waiting');
}

/** Undefined, while it is being made and where there is none: a neutral tile. */
function coverOf({ covers }: Model, id: string): CoverPicture | undefined {
  const found = covers.get(id);
  return found === undefined || found === 'waiting' ? undefined : found.cover;
}

function clear({ id, kind, blob, fileName = 'file' }: Media): VNode {
  const key = `clear-${id}`;
  switch (kind) {
    case 'image': return h('img', { key, class: 'picture', src: addressOf(blob), alt: 'Picture' });
    case 'video': return h('video', { key, class: 'picture', src: addressOf(blob), controls: true, playsinline: true, preload: 'metadata', 'aria-label': 'Video' });
    case 'audio': return h('audio', { key, src: addressOf(blob), controls: true, preload: 'metadata', 'aria-label': 'Sound' });
    case 'file': return h('p', { key }, h('button', { type: 'button', class: 'quiet', onclick: () => { saveFile(fileName, 'application/octet-stream', blob); } }, `Save ${fileName}`));
  }
}

function addressOf(blob: Blob): string {
  const known = addresses.get(blob) ?? URL.createObjectURL(blob);
  addresses.set(blob, known);
  return known;
}
