/** `inward/ui`: the elements as classes, their language, and the machine behind a reveal. Registers nothing: `inward/ui/define` does. */
export { InwardCover, type CoverState, type OpenOptions, type OpenOriginal } from './inward-cover.ts';
export { InwardLink, type LinkOpen } from './inward-link.ts';
export { InwardInterstitial } from './inward-interstitial.ts';
export { InwardNotice, type NoticeChoice, type NoticeWhere } from './inward-notice.ts';
export { InwardRequestCard, type RequestChoice } from './inward-request-card.ts';
export { COVER_SIDE, type CoverPicture } from './cover-picture.ts';
export { defineElements, type ElementsByTag } from './elements.ts';
export { countText, useCatalogue, useCatalogueIfNone, type Catalogue, type CountKey, type HelpKey, type MediaKind, type MessageKey, type NoticeChoiceCode, type NoticeCodeKey, type NoticeKey, type NoticeMessages, type RequestAction, type RevealProblem } from './catalogue.ts';
export { answerOf, noticeCopy, noticeLines, type NoticeChoiceText, type NoticeCopy, type NoticeFact } from './notice-copy.ts';
export { markedText, type MarkedPart } from './marked-text.ts';
export { factText, labelText, loosenedText, nudgeText, refusedText } from './texts.ts';
export { Reveal, REVEAL, type Around, type Press, type RevealSignal, type RevealState } from './reveal.ts';
