import { en } from './catalogues/notices/en.ts';
import { defineElements, useCatalogueIfNone } from './index.ts';
import type { ElementsByTag } from './elements.ts';

/** `inward/ui/define`: registers the tags, in English until `useCatalogue` says otherwise. On a server it does nothing. */
useCatalogueIfNone(en);
defineElements();

/** Tags this entry registers. */
export const TAGS: readonly (keyof ElementsByTag)[] = ['inward-cover', 'inward-interstitial', 'inward-link', 'inward-notice', 'inward-request-card'];

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is what an interface is for
  interface HTMLElementTagNameMap extends ElementsByTag {}
}
