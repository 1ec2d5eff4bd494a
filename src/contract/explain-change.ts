import { USUAL_REACH } from './delivery-table.ts';
import type { AgeBand } from './message.ts';
import type { HiddenWord, HiddenWordsSettings, Settings, Source } from './settings.ts';
import { wantsCues } from './wants-cues.ts';

/** What gets looser. Codes are only ever added; the words live in catalogues. */
export type LoosenedCode =
  /** First messages of `who` were denied and come in as requests. */
  | 'reach-requests'
  /** First messages of `who` come in among the chats, with a sound. */
  | 'reach-chats'
  /** Beside one of these, for a possible minor: adults they are not connected to stay denied all the same. */
  | 'adults-stay-denied'
  | 'links-live' | 'media-shown' | 'floods-heard'
  /** Nothing is said before a phone number, an address or a school goes to `who`. */
  | 'nudges-off'
  /** Nothing is said before a chain message is passed on, and no limit of chats is. */
  | 'forwards-off'
  /** No hidden word is looked for. */
  | 'words-off'
  /** Words, or entries of default lists, are no longer hidden, or only where they stand by themselves. */
  | 'words-fewer'
  /** Words do less, in fewer places or for a shorter time. */
  | 'words-weaker'
  /** More exceptions, or one space in a word is no longer seen through. */
  | 'words-passed'
  /** More people's messages are not searched for words. */
  | 'people-exempt'
  /** No notice is shown. */
  | 'notices-off'
  /** None about scams. */
  | 'scam-off'
  /** Nobody is told that somebody looks like whom they blocked, and the list here is deleted. */
  | 'blocked-off'
  /** Nobody is told that a stranger's name or picture is like a contact's. */
  | 'impersonation-off'
  /** Nobody is told that the same text comes from several sides. */
  | 'chain-off'
  /** Nobody is told of what is known of a stranger. */
  | 'contact-off'
  /** Strangers' messages are not looked at for cues. */
  | 'cues-off';

export interface Loosened {
  readonly code: LoosenedCode;
  /** Whom it lets in or lets do more. `requests`: everybody whose messages are requests. */
  readonly who: Source | 'requests' | 'adults' | 'everybody';
}

const SOURCES: readonly Source[] = ['connected', 'mutual', 'strangers', 'groups'];
const OPENNESS = ['denied', 'requests', 'chats'] as const;

/**
 * What a change of settings lets in that was kept out: show it, and ask, before `applySettings`. Empty: nothing gets looser.
 * Pure; O(words). What changes how words are read (`accents`, `locale`) is neither looser nor stricter.
 *
 * @param ageBand of the person: it says what a choice that is left out stands for.
 */
export function explainChange(before: Settings, after: Settings, ageBand: AgeBand = 'unknown'): readonly Loosened[] {
  const told: Loosened[] = [];
  const tell = (looser: boolean, code: LoosenedCode, who: Loosened['who']): void => { if (looser) told.push({ code, who }); };
  for (const source of SOURCES) {
    const [was, is] = [before, after].map(({ requests }) => requests.from?.[source] ?? USUAL_REACH[ageBand][source]) as [string, 'chats' | 'requests'];
    const rank = (reach: string): number => OPENNESS.indexOf(reach as (typeof OPENNESS)[number]);
    tell(rank(is) > rank(was), `reach-${is}`, source);
  }
  tell(told.some(({ who }) => who !== 'connected') && ageBand !== 'adult', 'adults-stay-denied', 'adults');
  tell(before.requests.inertLinks && !after.requests.inertLinks, 'links-live', 'requests');
  tell(before.requests.coverMedia && !after.requests.coverMedia, 'media-shown', 'requests');
  tell(before.requests.quietFloods && !after.requests.quietFloods, 'floods-heard', 'strangers');
  tell(before.outgoing.nudges && !after.outgoing.nudges && ageBand !== 'adult', 'nudges-off', 'strangers');
  tell(before.outgoing.forwards !== false && after.outgoing.forwards === false, 'forwards-off', 'everybody');
  if (before.hiddenWords.enabled) {
    for (const code of after.hiddenWords.enabled ? wordsLoosened(before.hiddenWords, after.hiddenWords) : ['words-off' as const]) tell(true, code, 'everybody');
  }
  tell(before.notices === 'on' && after.notices !== 'on', 'notices-off', 'everybody');
  tell(before.scam.enabled && !after.scam.enabled, 'scam-off', 'everybody');
  tell(before.blocked.enabled && !after.blocked.enabled, 'blocked-off', 'strangers');
  tell(before.impersonation.enabled && !after.impersonation.enabled, 'impersonation-off', 'strangers');
  tell(before.chain.enabled && !after.chain.enabled, 'chain-off', 'everybody');
  tell(before.contact.enabled && !after.contact.enabled, 'contact-off', 'strangers');
  tell(after.contact.enabled && after.scam.enabled && wantsCues(before, ageBand) && !wantsCues(after, ageBand), 'cues-off', 'strangers');
  return told;
}

function wordsLoosened(before: HiddenWordsSettings, after: HiddenWordsSettings): readonly LoosenedCode[] {
  const words = new Map<string, HiddenWord[]>();
  for (const word of after.words) words.set(word.text, [...words.get(word.text) ?? [], word]);
  /** What finds all that this found: the same text, in as many places of a word. */
  const finding = (was: HiddenWord): readonly HiddenWord[] => (words.get(was.text) ?? []).filter((is) => breadth(is) >= breadth(was));
  const without = (was: readonly string[] = [], is: readonly string[] = []): boolean => {
    const left = new Set(is);
    return was.some((one) => !left.has(one));
  };
  const removed = ({ listRemovals = {} }: HiddenWordsSettings): readonly string[] => (
    Object.entries(listRemovals).flatMap(([tag, entries]) => entries.map((entry) => `${tag} ${entry}`)));
  const codes: readonly [boolean, LoosenedCode][] = [
    [before.words.some((word) => finding(word).length === 0) || without(before.lists, after.lists) || without(removed(after), removed(before)), 'words-fewer'],
    [before.words.some((word) => finding(word).length > 0 && finding(word).every((is) => isWeaker(is, word))), 'words-weaker'],
    [without(after.allow, before.allow) || (before.oneSpace !== false && after.oneSpace === false), 'words-passed'],
    [without(after.exempt, before.exempt), 'people-exempt'],
  ];
  return codes.flatMap(([looser, code]) => (looser ? [code] : []));
}

const BREADTH = ['word', 'prefix', 'anywhere'] as const;
const breadth = ({ match = 'word' }: HiddenWord): number => BREADTH.indexOf(match);
const STRENGTH = ['count', 'cover', 'hide'] as const;

function isWeaker(is: HiddenWord, was: HiddenWord): boolean {
  const { action = 'hide', where = 'all', until = Infinity } = is;
  return STRENGTH.indexOf(action) < STRENGTH.indexOf(was.action ?? 'hide') || (where !== 'all' && where !== (was.where ?? 'all'))
    || until < (was.until ?? Infinity);
}
