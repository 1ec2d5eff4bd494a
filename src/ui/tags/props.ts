import type { Catalogue } from '../catalogue.ts';
import type { ElementsByTag } from '../elements.ts';
import type { CoverState, InwardCover } from '../inward-cover.ts';
import type { InwardInterstitial } from '../inward-interstitial.ts';
import type { InwardLink, LinkOpen } from '../inward-link.ts';
import type { InwardNotice, NoticeChoice, NoticeWhere } from '../inward-notice.ts';
import type { InwardRequestCard, RequestChoice } from '../inward-request-card.ts';

type Props<Element, Names extends keyof Element> = { readonly [Name in Names]?: Element[Name] | undefined } & { readonly catalogue?: Catalogue | undefined };

/** What may be set on each tag. */
export interface InwardTagProps extends Readonly<Record<keyof ElementsByTag, object>> {
  readonly 'inward-cover': Props<InwardCover, 'cover' | 'open' | 'from' | 'kind' | 'warned' | 'fileName'>;
  readonly 'inward-link': Props<InwardLink, 'href' | 'text' | 'why'>;
  readonly 'inward-interstitial': Props<InwardInterstitial, 'notice' | 'showsWhere' | 'ageBand' | 'layout'>;
  readonly 'inward-notice': Props<InwardNotice, 'notice' | 'showsWhere' | 'ageBand' | 'layout'>;
  readonly 'inward-request-card': Props<InwardRequestCard, 'name' | 'addedBy' | 'context' | 'notices'>;
}

/** What each tag says, by event, with its detail. */
export interface InwardTagEvents extends Readonly<Record<keyof ElementsByTag, object>> {
  readonly 'inward-cover': { readonly 'inward-state': CoverState };
  readonly 'inward-link': { readonly 'inward-open': LinkOpen };
  readonly 'inward-interstitial': { readonly 'inward-notice': NoticeChoice; readonly 'inward-where': NoticeWhere };
  readonly 'inward-notice': { readonly 'inward-notice': NoticeChoice; readonly 'inward-where': NoticeWhere };
  readonly 'inward-request-card': { readonly 'inward-action': RequestChoice };
}
