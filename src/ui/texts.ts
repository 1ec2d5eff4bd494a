import type { Loosened } from '../contract/explain-change.ts';
import type { OutgoingNudge, OutgoingReason } from '../contract/outgoing.ts';
import type { RequestFact } from '../contract/request-friction.ts';
import { catalogueInUse, codeText, fill, type Catalogue, type MessageKey } from './catalogue.ts';

// Lines for what the app shows itself, outside of the elements. Plain text, what is filled in isolated (UAX #9); by the language of
// `useCatalogue` where none is given. A code of a newer version reads as its kind's `-other`.

/** What a change of settings lets in: one of `explainChange`. Ask `loosened-ask` below them. */
export function loosenedText({ code, who }: Loosened, catalogue: Catalogue = catalogueInUse()): string {
  const key = `who-${who}`;
  return codeText(catalogue, 'loosened', code, Object.hasOwn(catalogue.messages, key) ? { who: fill(catalogue, key as MessageKey) } : {});
}

/** What a message looks to give away, or that the person's own account is limited: one of `OutgoingReview.nudges`. */
export function nudgeText(nudge: OutgoingNudge, catalogue: Catalogue = catalogueInUse()): string {
  return nudge === 'limited' ? fill(catalogue, 'limited-me') : codeText(catalogue, 'nudge', nudge);
}

/** Why a message is not sent: one of `OutgoingReview.why`. */
export function refusedText(why: OutgoingReason, catalogue: Catalogue = catalogueInUse()): string { return codeText(catalogue, 'refused', why); }

/** A fact of `requestFacts`, for threads too: that a chat is not end-to-end encrypted is as good to know once it is accepted. */
export function factText(fact: RequestFact, catalogue: Catalogue = catalogueInUse()): string { return fill(catalogue, `fact-${fact}`); }

/** Any other text of the catalogue by its key: a question or the label of a button. */
export function labelText(key: MessageKey, catalogue: Catalogue = catalogueInUse()): string { return fill(catalogue, key); }
