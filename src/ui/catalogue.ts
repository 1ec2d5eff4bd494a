import type { LoosenedCode } from '../contract/explain-change.ts';
import type { OutgoingReason, TextNudge } from '../contract/outgoing.ts';
import type { RequestFact } from '../contract/request-friction.ts';
import type { Source } from '../contract/settings.ts';
import type { ForwardKey } from './forward/forward-words.ts';
import type { ReportKey } from './report/report-words.ts';
import type { LinkReason, NoticeAction, NoticeAdvice, NoticeLevel, ReasonCode, ScamFamily } from '../contract/verdict.ts';

/** What a cover may stand for. */
export type MediaKind = 'image' | 'video' | 'audio' | 'file';

/** Why a reveal came to nothing. */
export type RevealProblem = 'failed' | 'undecodable' | 'too-big';

/** What the person may do with a request. */
export type RequestAction = 'accept' | 'delete' | 'block' | 'report';

/** What a notice's buttons are: its actions, and that the person knows the sender. */
export type NoticeChoiceCode = NoticeAction | 'trust';

/** Every text of the elements, by code. `{from}`, `{host}`, `{name}` and `{who}` are filled in; facts are label and value, and what counts is a `CountKey`. */
export type MessageKey =
  | `hidden-${MediaKind}` | `shown-${MediaKind}` | `show-${MediaKind}` | `problem-${RevealProblem}`
  | 'unknown-sender' | 'hide' | 'retry' | 'confirm' | 'confirm-show' | 'confirm-keep' | 'opening' | 'stop' | 'now-shown'
  | 'save' | 'save-care'
  | 'link' | 'link-goes' | 'link-ask' | 'link-confirm' | 'link-open' | 'link-keep' | 'link-not-web' | 'link-other-letters' | 'why-other'
  | 'request-from' | 'request-group' | 'facts' | 'actions' | 'not-known' | 'none'
  | 'fact-mutual' | 'fact-age' | 'fact-country' | 'fact-added-by'
  | 'age-week' | 'age-month' | 'age-year' | 'age-more' | 'added-by-known' | 'added-by-stranger'
  | `action-${RequestAction}` | `fact-${RequestFact}` | 'accept-confirm' | 'accept-sure' | 'accept-keep' | 'notice-other'
  /** For the person whose own account is limited (`nudges: ['limited']`): the same for everybody who is. */
  | 'limited-me' | 'limited-me-help'
  /** For what stands outside of the elements: texts.ts. */
  | `who-${Source}` | 'loosened-ask' | 'loosened-other' | 'cues-about' | 'cues-what' | 'nudge-ask' | 'nudge-send' | 'nudge-change' | 'nudge-other' | 'refused-other';

/** Of `<inward-help>`. A language without them reads their codes there. */
export type HelpKey =
  | `help-${'title' | 'title-facts' | 'region' | 'for-young' | 'for-all' | 'for-facts' | 'emergency' | 'everywhere' | 'call' | 'web' | 'leaves' | 'go' | 'stay' | 'exit' | 'exit-key' | 'none' | 'checked' | 'free'}`;

/** Texts that say how many: functions, with the plural rule of the language in them. */
export type CountKey = 'help-count' | 'notice-reasons' | 'report-count' | 'report-times' | 'report-senders';

/** Texts of notices that stand in a file of their own, `inward/ui/notices/…`: most days nobody needs them. */
export type NoticeKey =
  | 'title-tip' | 'title-strong' | `title-${'contact' | 'impersonation'}-${NoticeLevel}` | 'title-chain-tip' | 'title-passed-on-tip' | `action-learn-more-${'contact' | 'impersonation' | 'chain'}`
  | 'trick-contact' | 'trick-impersonation' | 'trick-chain' | 'notice-open' | 'notice-close' | 'notice-here' | 'looks-like-other' | 'trick-other' | 'trick-blocked'
  | `action-${Exclude<NoticeChoiceCode, NoticeAdvice | RequestAction> | 'checked' | 'take-your-time'}`;

/** Texts by codes that are only ever added to: one that is missing reads as the `-other` of its kind. */
export type NoticeCodeKey = `notice-${ReasonCode}` | `looks-like-${ScamFamily}` | `trick-${ScamFamily}` | `action-${NoticeAdvice}`
  /** The same in easier words, or to a child or teen alone; without one they read the other. */
  | `notice-${ReasonCode}-teen` | 'title-contact-strong-teen' | 'trick-contact-teen';
type CodeKey = NoticeCodeKey | `why-${LinkReason}` | `loosened-${LoosenedCode}` | `nudge-${TextNudge}` | `refused-${OutgoingReason}`;

/** What a language adds for notices. */
export type NoticeMessages = Readonly<Record<NoticeKey, string>> & Readonly<Partial<Record<NoticeCodeKey, string>>>;

/**
 * One language as data. A reason of a link without a text of its own reads `why-other`, notices without any `notice-other`, and so on; any
 * other missing text reads as its code, never as another language's.
 */
export interface Catalogue {
  /** BCP 47 tag: what a screen reader reads it as. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Ten digits, where they are not 0 to 9. */
  readonly digits?: string;
  /** Whether a native speaker has read it: `source` is what the others were written from. */
  readonly review?: 'source' | 'awaiting' | 'reviewed';
  readonly messages: Readonly<Record<MessageKey, string>> & Readonly<Partial<Record<CodeKey | NoticeKey | HelpKey | `report-${ReportKey}` | `forward-${ForwardKey}`, string>>>;
  readonly counts?: Readonly<Partial<Record<CountKey, (places: { readonly count: number }) => string>>>;
}

const EMPTY: Catalogue = { lang: '', dir: 'ltr', messages: {} as Catalogue['messages'] };
const listeners = new Set<() => void>();
let inUse = EMPTY;

/** The language of every element that has no `.catalogue` of its own; elements on screen change at once. */
export function useCatalogue(catalogue: Catalogue): void {
  inUse = catalogue;
  for (const listener of [...listeners]) listener();
}

/** `inward/ui/define` puts English here, unless the host was first. */
export function useCatalogueIfNone(catalogue: Catalogue): void {
  if (inUse === EMPTY) useCatalogue(catalogue);
}

export function catalogueInUse(): Catalogue { return inUse; }

/** @returns ends it. */
export function onCatalogue(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** A text with its places filled. What is filled in stands in a bidi isolate of its own (UAX #9, FSI … PDI). */
export function fill(catalogue: Catalogue, key: MessageKey, places: Readonly<Record<string, string>> = {}): string {
  const text: unknown = catalogue.messages[key];
  return (typeof text === 'string' ? text : key).replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = places[name];
    return value === undefined ? whole : `\u2068${value}\u2069`;
  });
}

/** The text of a code, or of its kind's `-other`. */
export function codeText(catalogue: Catalogue, kind: 'why' | 'loosened' | 'nudge' | 'refused', code: string, places?: Readonly<Record<string, string>>): string {
  const key = `${kind}-${code}`;
  return fill(catalogue, (Object.hasOwn(catalogue.messages, key) ? key : `${kind}-other`) as MessageKey, places);
}

/** Why a link is inert, in this language. */
export function reasonText(catalogue: Catalogue, why: string): string { return codeText(catalogue, 'why', why); }

/** A text that a catalogue may lack. */
export function textIfAny(catalogue: Catalogue, key: string): string | undefined {
  const text: unknown = Object.hasOwn(catalogue.messages, key) ? catalogue.messages[key as MessageKey] : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** A text that says how many, in the language's plural form and digits; undefined where the language has none. */
export function countText(catalogue: Catalogue, key: CountKey, count: number): string | undefined {
  const text = catalogue.counts?.[key]?.({ count });
  return text === undefined ? undefined : inDigits(catalogue, text);
}

/** A whole number in the language's digits, without grouping. */
export function digits(catalogue: Catalogue, value: number): string { return inDigits(catalogue, String(value)); }

function inDigits(catalogue: Catalogue, text: string): string {
  const own = [...(catalogue.digits ?? '')];
  return own.length === 10 ? text.replace(/\d/gu, (digit) => own[Number(digit)] ?? digit) : text;
}
