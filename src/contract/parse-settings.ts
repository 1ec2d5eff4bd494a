import { defaultSettings } from './default-settings.ts';
import { USUAL_REACH } from './delivery-table.ts';
import { SafetyError } from './errors.ts';
import type { HiddenWord, HiddenWordsSettings, Settings } from './settings.ts';

/** The version this package writes. */
export const SETTINGS_VERSION = 3;

type Bag = Readonly<Record<string, unknown>>;

/**
 * One pure step per version: the first makes version 2 out of 1. A step is never changed once released; each has a fixture
 * in `tests/unit/contract`. A file without a version counts as version 1.
 */
const MIGRATIONS: readonly ((old: Bag) => Bag)[] = [
  // Version 2 gave words actions, places, ends and notes. Its number keeps version 1 from reading such a file and hiding
  // for good what was to be covered for a day. The fields of 1 mean in 2 what they meant.
  (old) => old,
  // Version 3 lets a person say who may reach them, and denies a possible minor's strangers where they said nothing. Up to 2
  // every stranger was a request: nobody loses messages by an update, and its number keeps 2 from letting in who was denied.
  (old) => ({ ...old, requests: { from: USUAL_REACH.adult, ...optionalBag(old, 'requests') } }),
];

/**
 * Reads settings a host kept, whatever version of this package wrote them. Missing fields take their default, unknown
 * fields are dropped. Words over a limit stay in: the engine names them in `rejected` and runs the rest.
 *
 * @param stored plain JSON, as `JSON.parse` gives it; `undefined` and `null` give the default settings.
 * @param onUnknown called with the place of each field that is dropped, such as `hiddenWord` or `hiddenWords.words.0.mach`: a
 * newer version's, or misspelt. Names only, never values.
 * @throws {SafetyError} `settings-invalid` (the text names the field, never its value), `settings-too-new` (do not
 * overwrite the stored file).
 */
export function parseSettings(stored: unknown, onUnknown?: (field: string) => void): Settings {
  if (stored === undefined || stored === null) return defaultSettings();
  let bag = asBag(stored, 'settings');
  const { schemaVersion: version = 1 } = bag;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) throw invalid('schemaVersion');
  if (version > SETTINGS_VERSION) {
    throw new SafetyError('settings-too-new', 'These settings were written by a newer version of inward. Keep the file and update the package.');
  }
  for (const step of MIGRATIONS.slice(version - 1)) bag = step(bag);
  const settings = readVersion3(bag);
  if (onUnknown) tellDropped(bag, settings as unknown as Bag, '', onUnknown);
  return settings;
}

/** What was given and is not in what was read. */
function tellDropped(given: Bag, read: Bag, at: string, tell: (field: string) => void): void {
  for (const name in given) {
    const value = given[name];
    if (value !== undefined && !(name in read)) tell(at + name);
    else if (typeof value === 'object') tellDropped(value as Bag, read[name] as Bag, `${at}${name}.`, tell);
  }
}

type Fits = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Fits>>;
const among = (...values: readonly unknown[]): Fits => (value) => values.includes(value);
const isSwitch = among(true, false);

/** Of the form that all BCP 47 tags have (RFC 5646 §2.1, obs-language-tag). */
const isTag: Fits = (value) => typeof value === 'string' && /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(value);

/** Fields that may be left out, each with what it may be. */
const TOP_FIELDS: Fields = { notices: among('on', 'observe', 'off') };
const isReach = among('chats', 'requests', 'denied');
const FROM_FIELDS: Fields = { connected: isReach, mutual: isReach, strangers: isReach, groups: isReach };
const REQUEST_FIELDS: Fields = { inertLinks: isSwitch, coverMedia: isSwitch, quietFloods: isSwitch };
const OUTGOING_FIELDS: Fields = { nudges: isSwitch };
const SWITCH_FIELDS: Fields = { enabled: isSwitch };
const CONTACT_FIELDS: Fields = { enabled: isSwitch, cues: isSwitch };
const LIST_FIELDS: Fields = { enabled: isSwitch, oneSpace: isSwitch, accents: among('auto', 'fold', 'exact'), locale: isTag };
const WORD_FIELDS: Fields = {
  match: among('word', 'prefix', 'anywhere'),
  action: among('hide', 'cover', 'count'),
  where: among('all', 'chats', 'requests'),
  until: Number.isFinite,
  note: (value) => typeof value === 'string',
  accents: among('fold', 'exact'),
};

function readVersion3(bag: Bag): Settings {
  const usual = defaultSettings();
  const requests = optionalBag(bag, 'requests');
  return {
    ...usual, ...readFields(bag, TOP_FIELDS, ''),
    hiddenWords: readHiddenWords(optionalBag(bag, 'hiddenWords'), usual.hiddenWords),
    requests: {
      ...usual.requests, ...readFields(requests, REQUEST_FIELDS, 'requests.'),
      from: readFields(optionalBag(requests, 'from', 'requests.'), FROM_FIELDS, 'requests.from.'),
    },
    outgoing: { ...usual.outgoing, ...readFields(optionalBag(bag, 'outgoing'), OUTGOING_FIELDS, 'outgoing.') },
    scam: readSwitch(bag, 'scam'),
    blocked: readSwitch(bag, 'blocked'),
    impersonation: readSwitch(bag, 'impersonation'),
    contact: { enabled: true, ...readFields(optionalBag(bag, 'contact'), CONTACT_FIELDS, 'contact.') },
    chain: readSwitch(bag, 'chain'),
  };
}

/** On where it is left out. */
function readSwitch(bag: Bag, field: string): Settings['scam'] {
  return { enabled: true, ...readFields(optionalBag(bag, field), SWITCH_FIELDS, `${field}.`) };
}

function readHiddenWords(bag: Bag, fallback: HiddenWordsSettings): HiddenWordsSettings {
  const { listRemovals, exempt } = bag;
  return {
    ...fallback,
    ...readFields(bag, LIST_FIELDS, 'hiddenWords.'),
    words: asList(bag['words'], 'hiddenWords.words').map((word, index) => readWord(word, `hiddenWords.words[${index}]`)),
    lists: asStrings(bag['lists'], 'hiddenWords.lists'),
    allow: asStrings(bag['allow'], 'hiddenWords.allow'),
    ...(listRemovals === undefined ? {} : { listRemovals: readRemovals(listRemovals) }),
    ...(exempt === undefined ? {} : { exempt: asStrings(exempt, 'hiddenWords.exempt') }),
  };
}

/**
 * A plain string is the short form of `{ text }`.
 * @param at its place, for the text of the error
 * @throws {SafetyError} settings-invalid
 */
export function readWord(value: unknown, at: string): HiddenWord {
  if (typeof value === 'string') return { text: value };
  const bag = asBag(value, at);
  const { text } = bag;
  if (typeof text !== 'string') throw invalid(`${at}.text`);
  return { text, ...readFields(bag, WORD_FIELDS, `${at}.`) };
}

/** @param at the place of the bag, for the text of an error */
function readFields(bag: Bag, fields: Fields, at: string): Bag {
  const read: Record<string, unknown> = {};
  for (const name in fields) {
    const value = bag[name];
    if (value === undefined) continue;
    if (!fields[name]?.(value)) throw invalid(at + name);
    read[name] = value;
  }
  return read;
}

function readRemovals(value: unknown): Readonly<Record<string, readonly number[]>> {
  // A tag is the person's data too, so the text of an error names none.
  const at = 'hiddenWords.listRemovals';
  return Object.fromEntries(Object.entries(asBag(value, at)).map(([tag, entries]) => (
    [tag, asList(entries, at).map((entry) => { if (!Number.isSafeInteger(entry)) throw invalid(at); return entry as number; })]
  )));
}

function asBag(value: unknown, field: string): Bag {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(field);
  return value as Bag;
}

function optionalBag(bag: Bag, field: string, at = ''): Bag {
  return bag[field] === undefined ? {} : asBag(bag[field], at + field);
}

function asList(value: unknown, field: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalid(field);
  return value;
}

function asStrings(value: unknown, field: string): readonly string[] {
  return asList(value, field).map((item, index) => {
    if (typeof item !== 'string') throw invalid(`${field}[${index}]`);
    return item;
  });
}

/** Names the field and nothing of what stood in it. */
function invalid(field: string): SafetyError {
  return new SafetyError('settings-invalid', `The field "${field}" of the settings is not of the documented form.`);
}
