import type { Context } from 'inward';
import { PERSONAS, type Persona } from '../wire.ts';

type Relationship = Exclude<Context['relationship'], 'request'>;
export type Relationships = Readonly<Record<Persona, Relationship>>;

export interface PersonaCard {
  readonly id: Persona;
  readonly name: string;
  readonly initials: string;
  readonly about: string;
  /** What a messenger would know about this account. */
  readonly peer: NonNullable<Context['peer']>;
}

export const CARDS: Readonly<Record<Persona, PersonaCard>> = {
  ada: { id: 'ada', name: 'Ada', initials: 'A', about: 'Has Ben in her contacts. Hides a few words.', peer: { name: 'Ada', accountAgeDays: 900, mutualContacts: 4 } },
  ben: { id: 'ben', name: 'Ben', initials: 'B', about: 'Has Ada in his contacts.', peer: { name: 'Ben', accountAgeDays: 800, mutualContacts: 4 } },
  stranger: { id: 'stranger', name: 'Unknown 4417', initials: '?', about: 'In nobody’s contacts. Has sample messages to send.', peer: { name: 'Unknown 4417', accountAgeDays: 2, mutualContacts: 0 } },
};

/** Who is in whose contacts when the playground opens. The stranger writes first, so answers reach it as chats. */
const CONTACTS: Readonly<Record<Persona, Relationships>> = {
  ada: { ada: 'self', ben: 'contact', stranger: 'stranger' },
  ben: { ada: 'contact', ben: 'self', stranger: 'stranger' },
  stranger: { ada: 'accepted', ben: 'accepted', stranger: 'self' },
};

export function contactsOf(me: Persona): Relationships {
  return CONTACTS[me];
}

export function othersThan(me: Persona): readonly Persona[] {
  return PERSONAS.filter((one) => one !== me);
}

export function contextOf(peer: Persona, relationships: Relationships): Context {
  return { relationship: relationships[peer], me: { ageBand: 'adult' }, peer: CARDS[peer].peer, conversation: { kind: 'direct', memberCount: 2 } };
}

/**
 * What `reviewOutgoing` is told. Ada and Ben are grown up. Nobody knows how old Unknown 4417 is, so it is treated as a teen; it writes first, and
 * until somebody answers it is connected to nobody.
 */
export function outgoingContext(me: Persona, peer: Persona, relationships: Relationships, answered: boolean): Context {
  const context = contextOf(peer, relationships);
  return me !== 'stranger' ? context : { ...context, me: { ageBand: 'unknown' }, relationship: answered ? relationships[peer] : 'stranger' };
}
