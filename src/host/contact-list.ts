import { contactNotice } from '../contract/contact-notice.ts';
import { CONTACTS_MAX, type ContactGiven } from '../contract/contact-people.ts';
import { NAME_UNITS } from '../contract/blocked-people.ts';
import { LOOK_KEY_BYTES, lookDistance, SAME_LOOK_BITS } from '../contract/looks.ts';
import type { Notice } from '../contract/verdict.ts';
import { coverLook } from './cover-look.ts';
import { loadPart } from './load-part.ts';
import type { PeopleTools } from './people-tools.ts';
import { id, like, list, object, outOfRange, text } from './plain.ts';
import { freeze } from './screening.ts';

// All of `Safety['contacts']`. Loaded with its first call.

const PERSON = object({ peerId: id }, { name: text, picture: like((value) => value instanceof Blob) });
const PEOPLE = list(PERSON, CONTACTS_MAX);

interface Known {
  readonly people: readonly ContactGiven[];
  /** Of this page's life: no hash outlives it, and none of another install fits. */
  readonly key: Uint8Array<ArrayBuffer>;
  /** By picture; `undefined`: one that cannot be known again. Dropped with the picture. */
  readonly looks: WeakMap<Blob, Uint8Array | undefined>;
}

const known = new WeakMap<PeopleTools, Known>();

export const contacts = { set, check } as const;

async function set(tools: PeopleTools, given: unknown): Promise<void> {
  const people = PEOPLE(given, 'people') as readonly ContactGiven[];
  if (people.length > CONTACTS_MAX) throw outOfRange('people');
  if (people.some(({ peerId }) => peerId === '')) throw outOfRange('peerId');
  const { desk, turns } = tools;
  const { contactTables } = await loadPart(() => import('./contact-tables.ts'));
  const names = [...new Set(people.flatMap(({ name }) => name?.slice(0, NAME_UNITS) || []))];
  await turns.manage(async () => {
    const before = desk.people.contacts;
    desk.people.contacts = contactTables(names);
    try {
      await desk.refit();
    } catch (error) {
      desk.people.contacts = before;
      await desk.refit().catch(() => undefined);
      throw error;
    }
    const { key = crypto.getRandomValues(new Uint8Array(LOOK_KEY_BYTES)), looks = new WeakMap<Blob, Uint8Array | undefined>() } = known.get(tools) ?? {};
    known.set(tools, { people, key, looks });
  });
}

async function check(tools: PeopleTools, given: unknown): Promise<readonly Notice[]> {
  const { peerId, picture } = PERSON(given, 'person') as ContactGiven;
  const { desk, turns } = tools;
  // Forgotten with everything: then there are no contacts here either.
  const { people = [], key, looks } = await turns.manage(async () => (desk.people.contacts ? known.get(tools) : undefined)) ?? {};
  const { notices, impersonation } = desk.current;
  if (!picture || !key || notices === 'off' || !impersonation.enabled || people.some((one) => one.peerId === peerId)) return freeze([]);
  const look = await lookOf(picture);
  if (!look) return freeze([]);
  let isLike = false;
  for (const one of people) {
    if (isLike || !one.picture) continue;
    const theirs = await lookOf(one.picture);
    isLike = theirs !== undefined && lookDistance(look, theirs) <= SAME_LOOK_BITS;
  }
  if (!isLike) return freeze([]);
  if (notices === 'on') return freeze([contactNotice(peerId, '', ['picture-like-contact', 'other-account', 'not-a-contact'])]);
  tools.onObserved(1);
  return freeze([]);

  async function lookOf(file: Blob): Promise<Uint8Array | undefined> {
    if (looks?.has(file)) return looks.get(file);
    const made = await (tools.look ?? coverLook(tools.covers))(file, key as Uint8Array<ArrayBuffer>);
    // One that cannot be read for now may be read the next time.
    if (made === 'unavailable') return undefined;
    const read = typeof made === 'string' ? undefined : made;
    looks?.set(file, read);
    return read;
  }
}
