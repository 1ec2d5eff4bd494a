import { InwardCover } from './inward-cover.ts';
import { InwardInterstitial } from './inward-interstitial.ts';
import { InwardLink } from './inward-link.ts';
import { InwardNotice } from './inward-notice.ts';
import { InwardRequestCard } from './inward-request-card.ts';

/** Tag to element. */
export interface ElementsByTag {
  readonly 'inward-cover': InwardCover;
  readonly 'inward-interstitial': InwardInterstitial;
  readonly 'inward-link': InwardLink;
  readonly 'inward-notice': InwardNotice;
  readonly 'inward-request-card': InwardRequestCard;
}

/** Registers the tags; those that are taken already stay as they are. Without a registry (on a server) nothing happens. */
export function defineElements(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  const elements = { 'inward-cover': InwardCover, 'inward-interstitial': InwardInterstitial, 'inward-link': InwardLink, 'inward-notice': InwardNotice, 'inward-request-card': InwardRequestCard };
  for (const [tag, element] of Object.entries(elements)) {
    if (registry !== undefined && registry.get(tag) === undefined) registry.define(tag, element);
  }
}
