import type { NoticeAnswerCode } from '../contract/engine.ts';
import type { AgeBand } from '../contract/message.ts';
import type { Notice, NoticeRange, ReasonCode } from '../contract/verdict.ts';
import { countText, fill, textIfAny, type Catalogue, type NoticeChoiceCode } from './catalogue.ts';

/** A fact of a notice, and where in the message it stands. */
export interface NoticeFact {
  readonly reason: ReasonCode;
  readonly text: string;
  /** Empty: it points nowhere. */
  readonly where: readonly NoticeRange[];
}

export interface NoticeChoiceText {
  readonly action: NoticeChoiceCode;
  readonly text: string;
}

/** What a notice says, in one language. */
export interface NoticeCopy {
  readonly title: string;
  /** All of it in one line. */
  readonly line: string;
  /** At most `FACTS_MAX`, of accounts `ACCOUNT_FACTS_MAX`, of chain messages `CHAIN_FACTS_MAX`; more nobody reads. */
  readonly facts: readonly NoticeFact[];
  /** How many facts, in words: the name of their list. */
  readonly count: string | undefined;
  /** Why it can matter: what people usually do with this trick; undefined where the catalogue has no texts of notices. */
  readonly trick: string | undefined;
  /** Of the button that unfolds it, and folds it up. */
  readonly toggle: readonly [string | undefined, string | undefined];
  /** Where it was worked out. */
  readonly here: string | undefined;
  /** In order: the first is the one to show biggest. That the person knows the sender stands before `dismiss`. */
  readonly choices: readonly NoticeChoiceText[];
}

export const FACTS_MAX = 4;
/** Of notices about an account: with its title such a card stays within 35 words (research/signals.md §7). */
export const ACCOUNT_FACTS_MAX = 3;
/** Of chain messages: that a stranger sent it, and how it goes round. The same 35 words. */
export const CHAIN_FACTS_MAX = 2;
/** Answers and what explains: quiet links. All else are buttons, at most four a card. */
export const QUIET: readonly NoticeChoiceCode[] = ['keep-chatting', 'get-help', 'learn-more', 'trust', 'dismiss'];
const ANSWERS: Readonly<Partial<Record<NoticeChoiceCode, NoticeAnswerCode>>> = { 'keep-chatting': 'keep-chatting', 'dismiss': 'not-helpful', 'trust': 'trusted', 'block': 'blocked' };
/** Said by the line of the family, and by the last fact. */
const FRAME: readonly ReasonCode[] = ['looks-like-known-scams', 'not-a-contact'];
const LIKE_BLOCKED: readonly ReasonCode[] = ['name-like-blocked', 'picture-like-blocked'];

/**
 * The words of a notice. Pure. Codes of a newer version, and those a catalogue has no text for, are left out; with a catalogue that has no texts of
 * notices (`inward/ui/en` instead of `inward/ui/notices/en`) what is left is that there is one, and what can be done.
 * @param ageBand of the person who reads it: children and teens read easier words where a text has them
 */
export function noticeCopy(catalogue: Catalogue, notice: Notice, ageBand: AgeBand = 'unknown'): NoticeCopy {
  const isYoung = ageBand === 'child' || ageBand === 'teen';
  const say = (key: string): string | undefined => (isYoung ? textIfAny(catalogue, `${key}-teen`) : undefined) ?? textIfAny(catalogue, key);
  const { kind, family = 'other', level, reasons, actions } = notice;
  // What an app kept from an older version has none.
  const where = (notice as Partial<Notice>).where ?? [];
  const isKnown = !reasons.includes('not-a-contact');
  const facts = factsOf(notice).flatMap((reason): readonly NoticeFact[] => {
    const text = reason === 'looks-like-known-scams' ? say(`looks-like-${family}`) ?? say('looks-like-other') : say(`notice-${reason}`);
    return text === undefined ? [] : [{ reason, text, where: where.filter((range) => range.reason === reason) }];
  });
  const other = fill(catalogue, 'notice-other');
  // To go on chatting says already that one knows the sender, or does not mind.
  const trust = actions.includes('keep-chatting') ? [] : ['trust' as const];
  const choices = [...actions.filter((action) => action !== 'dismiss'), ...trust, ...actions.filter((action) => action === 'dismiss')];
  const about = kind === 'impersonation' && reasons.some((reason) => LIKE_BLOCKED.includes(reason)) ? 'blocked' : kind;
  // By the hop counter alone nobody knows of a text that goes round; a picture has none.
  const titled = kind === 'chain' && reasons.includes('passed-on-often') && !reasons.includes('several-copies') ? 'passed-on' : about;
  return {
    title: say(`title-${titled}-${level}`) ?? say(`title-${level}`) ?? other, line: facts[0]?.text ?? other, facts,
    count: facts.length === 0 ? undefined : countText(catalogue, 'notice-reasons', facts.length),
    trick: kind === 'scam' ? say(`trick-${family}`) ?? say('trick-other') : say(`trick-${about}`), here: say('notice-here'),
    toggle: [say('notice-open'), say('notice-close')],
    choices: choices.flatMap((action) => {
      // Of a contact, and of who may be one: not that one knows them, but that it was really them.
      const text = say(`action-${action}-${about}`) ?? say(`action-${action === 'trust' && (isKnown || about === 'impersonation') ? 'checked' : action}`);
      return text === undefined ? [] : [{ action, text }];
    }),
  };
}

/** What a press on a notice answers, for `safety.answerNotice`: `dismiss` is "Not helpful". A report that was sent is `blocked` too; a card closed without a word `dismissed`. */
export function answerOf(action: NoticeChoiceCode): NoticeAnswerCode | undefined {
  return ANSWERS[action];
}

/** The family's line, what the person can check, and that they do not know the sender. */
function factsOf({ kind, reasons }: Notice): readonly ReasonCode[] {
  const most = kind === 'scam' ? FACTS_MAX : kind === 'chain' ? CHAIN_FACTS_MAX : ACCOUNT_FACTS_MAX;
  const has = (reason: ReasonCode): readonly ReasonCode[] => (kind === 'scam' || reason === 'not-a-contact') && reasons.includes(reason) ? [reason] : [];
  const first = has('looks-like-known-scams');
  const last = has('not-a-contact');
  const between = [...new Set(reasons)].filter((reason) => !FRAME.includes(reason));
  return [...first, ...between.slice(0, most - first.length - last.length), ...last];
}

/** For a list: each notice in one line, each line once. */
export function noticeLines(catalogue: Catalogue, notices: readonly Notice[]): readonly string[] {
  return [...new Set(notices.map((notice) => noticeCopy(catalogue, notice).line))];
}
