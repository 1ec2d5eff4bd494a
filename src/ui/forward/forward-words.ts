import type { ForwardCard, ForwardReason } from '../../contract/forwarding.ts';
import { catalogueInUse, textIfAny, type Catalogue } from '../catalogue.ts';

/** Texts of `<inward-forward>`, by code behind `forward-`; they stand in `inward/ui/forward/<tag>`. */
export type ForwardKey =
  | `title-${ForwardCard}` | `why-${ForwardReason}` | `matters-${Exclude<ForwardCard, 'greeting'>}` | 'limit-1' | 'limit-5' | 'check-first' | 'send-anyway' | 'send' | 'here';

export type ForwardMessages = Readonly<Record<`forward-${ForwardKey}`, string>>;

/** A catalogue without these texts reads as their codes. */
export function forwardText(catalogue: Catalogue, key: ForwardKey): string {
  return textIfAny(catalogue, `forward-${key}`) ?? key;
}

/** To how many chats it may go at once, for the app's picker: of `OutgoingReview.forward.mostChats`. */
export function forwardLimitText(mostChats: number, catalogue: Catalogue = catalogueInUse()): string {
  return forwardText(catalogue, mostChats > 1 ? 'limit-5' : 'limit-1');
}
