import { readBlocked, writeBlocked, type FiledPerson } from '../contract/blocked-files.ts';
import { blockedNotice } from '../contract/blocked-notice.ts';
import {
  BLOCKED_MAX, NAME_UNITS, type BlockedAdded, type BlockedPersonGiven, type BlockedPersonListed, type BlockedRejection, type BlockedReport,
} from '../contract/blocked-people.ts';
import { SafetyError } from '../contract/errors.ts';
import { LOOK_KEY_BYTES, lookDistance, SAME_LOOK_BITS } from '../contract/looks.ts';
import type { Notice } from '../contract/verdict.ts';
import { BLOCKED, NOBODY, type PeopleState } from './people-state.ts';
import { coverLook } from './cover-look.ts';
import type { PeopleTools } from './people-tools.ts';
import { id, like, object, outOfRange, text } from './plain.ts';
import { toHex } from './record-seal.ts';
import { freeze } from './screening.ts';
import { isTellingName } from './telling-name.ts';

// All of `Safety['blocked']`. Loaded with the first call, for a chat makes none.

/** The one record: JSON. */
export interface BlockedList {
  /** This install's key for pictures, 64 hexadecimal digits, made with the first of them: no two installs' hashes can be compared. */
  readonly key?: string;
  /** In the order in which they were added. */
  readonly people: readonly BlockedPerson[];
}

/** Somebody the person blocked, as the store has them. */
interface BlockedPerson {
  readonly id: string;
  readonly name?: string;
  /** Hash of their picture, 64 hexadecimal digits. Means nothing without the key, and never leaves this record. */
  readonly look?: string;
}

/** What a record says; one that is none counts as empty, and every verdict says so. */
export function stateOf(bytes: Uint8Array<ArrayBuffer>): PeopleState {
  try {
    const names = listOf(bytes).people.flatMap(({ name = '' }) => (isTellingName(name) ? [name] : []));
    return { bytes, names: names.length > 0 ? names : undefined, trouble: undefined };
  } catch {
    return { ...NOBODY, trouble: 'record-refused' };
  }
}

function listOf(bytes: PeopleState['bytes']): BlockedList {
  return bytes === null ? { people: [] } : JSON.parse(new TextDecoder().decode(bytes)) as BlockedList;
}

const PERSON = object({ peerId: id }, { name: text, picture: like((value) => value instanceof Blob) });

export async function add(tools: PeopleTools, person: unknown): Promise<BlockedAdded> {
  const { peerId, name, picture } = plainPerson(person);
  mustBeOn(tools);
  for (;;) {
    const key = picture && (await newest(tools, (list) => list.key) ?? toHex(crypto.getRandomValues(new Uint8Array(LOOK_KEY_BYTES))));
    const seen = await lookOf(tools, picture, key);
    let made = false;
    await edit(tools, (list) => {
      // Another tab made a key meanwhile, or all was forgotten: the picture is read once more.
      made = !('look' in seen) || list.key === key || list.key === undefined;
      if (!made) return list;
      const { people } = list;
      const old = people.find((one) => one.id === peerId);
      if (old === undefined && people.length >= BLOCKED_MAX) throw new SafetyError('limit-exceeded', 'The block list is full.');
      const next: BlockedPerson = { ...old, id: peerId, ...named(name ?? old?.name), ...('look' in seen ? { look: toHex(seen.look) } : {}) };
      return {
        ...list, ...('look' in seen && key !== undefined ? { key } : {}),
        people: old === undefined ? [...people, next] : people.map((one) => (one === old ? next : one)),
      };
    });
    if (made) return freeze({ picture: seen.said });
  }
}

export async function remove(tools: PeopleTools, peerId: unknown): Promise<boolean> {
  const gone = id(peerId, 'peerId');
  let there = false;
  await edit(tools, (list) => {
    there = list.people.some((one) => one.id === gone);
    return there ? { ...list, people: list.people.filter((one) => one.id !== gone) } : list;
  });
  return there;
}

export function list(tools: PeopleTools): Promise<readonly BlockedPersonListed[]> {
  return newest(tools, ({ people }) => freeze(people.map(({ id: peerId, name, look }) => ({ peerId, ...(name === undefined ? {} : { name }), picture: look !== undefined }))));
}

export function exportJson(tools: PeopleTools): Promise<string> {
  return newest(tools, ({ people }) => writeBlocked(people.map(({ id: peerId, name }) => ({ peerId, ...(name === undefined ? {} : { name }) }))));
}

export async function importJson(tools: PeopleTools, json: unknown): Promise<BlockedReport> {
  const read = readBlocked(json);
  mustBeOn(tools);
  let report: BlockedReport | undefined;
  await edit(tools, (list) => {
    const made = taken(list.people, read.people);
    const late = made.rejected.map(({ index, why }): BlockedRejection => ({ entry: read.places[index] ?? 0, why }));
    report = { added: made.added, changed: made.changed, rejected: [...read.rejected, ...late].sort((a, b) => a.entry - b.entry) };
    return made.added + made.changed > 0 ? { ...list, people: made.people } : list;
  });
  return freeze(report as BlockedReport);
}

export async function check(tools: PeopleTools, person: unknown): Promise<readonly Notice[]> {
  const { peerId, picture } = plainPerson(person);
  const { notices, blocked } = tools.desk.current;
  if (notices === 'off' || !blocked.enabled) return freeze([]);
  // A picture is not even read where there is none to compare it with, or nobody to tell of.
  const key = picture && await newest(tools, (list) => (list.people.some((one) => one.id === peerId) ? undefined : list.key));
  const seen = await lookOf(tools, picture, key);
  if (!('look' in seen)) return freeze([]);
  const isLike = await newest(tools, (list) => list.key === key && list.people.some(({ look }) => look !== undefined && lookDistance(seen.look, bytesOf(look)) <= SAME_LOOK_BITS));
  if (!isLike) return freeze([]);
  if (notices === 'on') return freeze([blockedNotice(peerId, '', 'picture-like-blocked')]);
  tools.onObserved(1);
  return freeze([]);
}

interface Taken { readonly people: readonly BlockedPerson[]; readonly added: number; readonly changed: number; readonly rejected: readonly { readonly index: number; readonly why: BlockedRejection['why'] }[] }

/** O(people + given) */
function taken(people: readonly BlockedPerson[], given: readonly FiledPerson[]): Taken {
  const all = new Map(people.map((one) => [one.id, one]));
  const rejected: { index: number; why: BlockedRejection['why'] }[] = [];
  let changed = 0;
  given.forEach(({ peerId, name }, index) => {
    const old = all.get(peerId);
    const next = { ...old, id: peerId, ...named(name ?? old?.name) };
    if (old === undefined && all.size >= BLOCKED_MAX) rejected.push({ index, why: 'list-full' });
    else if (old !== undefined && old.name === next.name) rejected.push({ index, why: 'duplicate' });
    else {
      if (old !== undefined) changed++;
      all.set(peerId, next);
    }
  });
  return { people: [...all.values()], added: all.size - people.length, changed, rejected };
}

function named(name: string | undefined): Pick<BlockedPerson, 'name'> {
  const cut = name?.slice(0, NAME_UNITS).trim();
  return cut === undefined || cut === '' ? {} : { name: cut };
}

/** One change within a turn of the queue and of the store: `make` sees the newest list, another tab's included. In force and stored, or neither. */
function edit(tools: PeopleTools, make: (list: BlockedList) => BlockedList): Promise<void> {
  const { desk, records, tabs, turns, deadlineMs } = tools;
  return turns.manage(() => tabs.exclusive(deadlineMs, async () => {
    if (await desk.lookBlocked()) await desk.refit();
    const before = { ...desk.people };
    const list = listOf(before.bytes);
    const next = make(list);
    if (next === list) return;
    // Nobody leaves no record, and no key.
    const after = next.people.length > 0 ? stateOf(new TextEncoder().encode(JSON.stringify(next))) : NOBODY;
    Object.assign(desk.people, after);
    try {
      await desk.refit();
      await records.write([{ ...BLOCKED, bytes: after.bytes }]);
    } catch (error) {
      Object.assign(desk.people, before);
      await desk.refit().catch(() => undefined);
      throw error;
    }
    tabs.announce('settings');
  }));
}

/** Another tab may have changed it. */
function newest<T>({ desk, turns }: PeopleTools, read: (list: BlockedList) => T): Promise<T> {
  return turns.manage(async () => {
    if (await desk.lookBlocked()) await desk.refit();
    return read(listOf(desk.people.bytes));
  });
}

/** What became of a picture, and its hash where there is one. */
type Seen = { readonly said: BlockedAdded['picture'] } | { readonly said: 'kept'; readonly look: Uint8Array };

async function lookOf(tools: PeopleTools, picture: Blob | undefined, key: string | undefined): Promise<Seen> {
  if (picture === undefined || key === undefined) return { said: 'none' };
  const look = await (tools.look ?? coverLook(tools.covers))(picture, bytesOf(key));
  return typeof look === 'string' ? { said: look } : { said: 'kept', look };
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function mustBeOn({ desk }: PeopleTools): void {
  if (!desk.current.blocked.enabled) throw new SafetyError('input-invalid', 'The block list is switched off in the settings.');
}

function plainPerson(value: unknown): BlockedPersonGiven {
  const person = PERSON(value, 'person') as BlockedPersonGiven;
  if (person.peerId === '') throw outOfRange('person.peerId');
  return person;
}
