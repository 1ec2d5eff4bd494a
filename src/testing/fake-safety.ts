import { readBlocked, writeBlocked } from '../contract/blocked-files.ts';
import type { BlockedPersonGiven } from '../contract/blocked-people.ts';
import { defaultSettings } from '../contract/default-settings.ts';
import { SafetyError } from '../contract/errors.ts';
import { failsafeVerdict } from '../contract/failsafe.ts';
import { neutral } from '../contract/media.ts';
import type { Context, Message } from '../contract/message.ts';
import { plainForwarded, reviewForward } from '../contract/forwarding.ts';
import { reviewContext } from '../contract/outgoing.ts';
import type { About, HiddenWordsChange, HiddenWordsReport, RejectedEntry, RejectedLine, Safety, SafetyEvent } from '../contract/safety.ts';
import type { HiddenWord, Settings } from '../contract/settings.ts';
import type { Verdict } from '../contract/verdict.ts';
import { readJson, readLines, replaces, writeJson, writeLines, type WordLines } from '../contract/word-files.ts';

/** What a fake answers: a part of a verdict over the one of the delivery table, for every message or by message. */
export type FakeVerdicts =
  | Partial<Verdict>
  | Readonly<Record<string, Partial<Verdict>>>
  | ((message: Message, context: Context) => Partial<Verdict>);

export interface FakeSafety extends Safety {
  /** Everything that was handed in, in order. */
  readonly screened: readonly { readonly message: Message; readonly context: Context }[];
  emit(event: SafetyEvent): void;
}

const VERDICT_FIELDS: readonly string[] = ['delivery', 'notify', 'hits', 'links', 'media', 'notices', 'groups', 'degraded'];

/**
 * A `Safety` for the tests of an embedder's own screens: no worker, no assets, answers at once. Delivery, links and
 * media follow the real table; what `verdicts` names is put over it. It judges no text.
 *
 * @example
 * const safety = fakeSafety({ m7: { delivery: 'hidden', notify: 'none' } }); // by message id
 */
export function fakeSafety(verdicts: FakeVerdicts = {}): FakeSafety {
  const screened: { message: Message; context: Context }[] = [];
  const listeners = new Set<(event: SafetyEvent) => void>();
  let settings: Settings = defaultSettings();
  let people: readonly BlockedPersonGiven[] = [];
  const put = (person: BlockedPersonGiven): void => { people = [...people.filter(({ peerId }) => peerId !== person.peerId), person]; };
  const answer = (message: Message, context: Context = { relationship: 'stranger' }): Verdict => {
    screened.push({ message, context });
    return { ...failsafeVerdict(message, context, [], settings), ...partFor(verdicts, message, context) };
  };
  const apply = (next: Settings): HiddenWordsChange => {
    settings = next;
    for (const listener of listeners) listener({ kind: 'settings', settings });
    return { settings, rejected: [] };
  };
  const withWords = (words: readonly HiddenWord[]): HiddenWordsChange => (
    apply({ ...settings, hiddenWords: { ...settings.hiddenWords, words } })
  );
  const take = <Rejected extends RejectedLine | RejectedEntry>(read: WordLines<Rejected>, replace: boolean): HiddenWordsReport<Rejected> => {
    const before = replace ? [] : settings.hiddenWords.words;
    const { words, rejected, trimmed } = read;
    return { ...withWords([...before, ...words]), added: words.length, changed: 0, rejected, trimmed: [...trimmed.values()] };
  };
  return {
    seal: 'off',
    get settings() { return settings; },
    hiddenWords: {
      rejected: [],
      add: async (words) => withWords([
        ...settings.hiddenWords.words, ...words.map((word) => (typeof word === 'string' ? { text: word } : word)),
      ]),
      remove: async (texts) => {
        const { words } = settings.hiddenWords;
        return {
          ...withWords(words.filter((word) => !texts.includes(word.text))),
          missing: [...new Set(texts)].filter((text) => words.every((word) => word.text !== text)),
        };
      },
      addText: async (text) => take(readLines(text, true), false),
      importText: async (text, options) => take(readLines(text, false), replaces(options)),
      importJson: async (json, options) => take(readJson(json), replaces(options)),
      exportJson: async () => writeJson(settings.hiddenWords),
      exportText: async () => writeLines(settings.hiddenWords),
      test: async () => [],
      counts: () => [],
      revealList: async () => [],
    },
    blocked: {
      add: async (person) => {
        put(person);
        return { picture: person.picture === undefined ? 'none' : 'kept' };
      },
      remove: async (gone) => {
        const had = people.length;
        people = people.filter(({ peerId }) => peerId !== gone);
        return people.length < had;
      },
      list: async () => people.map(({ picture, ...person }) => ({ ...person, picture: picture !== undefined })),
      check: async () => [],
      exportJson: async () => writeBlocked(people),
      importJson: async (json) => {
        const read = readBlocked(json);
        const had = people.length;
        read.people.forEach(put);
        return { added: people.length - had, changed: 0, rejected: read.rejected };
      },
    },
    contacts: { set: async () => undefined, check: async () => [] },
    screenMessage: async (message, context, options) => {
      options?.signal?.throwIfAborted();
      return answer(message, context);
    },
    screenMessages: async (items, options) => items.map(({ message, context }, n) => {
      options?.signal?.throwIfAborted();
      const verdict = answer(message, context);
      options?.onProgress?.(n + 1, items.length);
      return verdict;
    }),
    coverMedia: async (id) => ({ id, ...neutral('undecodable-here') }),
    reviewOutgoing: async (_message, context, options) => {
      const review = reviewContext(context);
      return options?.forwarded && review.allowed ? { ...review, forward: reviewForward(plainForwarded(options.forwarded)) } : review;
    },
    applySettings: async (next) => apply(next),
    answerNotice: async () => undefined,
    report: () => Promise.reject(new SafetyError('reports-unset', 'A fake Safety reports nothing.')),
    forget: async () => undefined,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    about: (): About => ({ version: 'fake', seal: 'off', kernel: 'none', abiVersion: 0, unicodeVersion: '', frameScript: '', assets: [], recipients: [] }),
    dispose: async () => { listeners.clear(); },
    screened,
    emit: (event) => { for (const listener of listeners) listener(event); },
  };
}

function partFor(verdicts: FakeVerdicts, message: Message, context: Context): Partial<Verdict> {
  if (typeof verdicts === 'function') return verdicts(message, context);
  // A bag of verdict fields, or of messages: ids that are also names of fields need the function form.
  if (Object.keys(verdicts).every((key) => VERDICT_FIELDS.includes(key))) return verdicts as Partial<Verdict>;
  return (verdicts as Readonly<Record<string, Partial<Verdict>>>)[message.id] ?? {};
}
