import type { Context } from 'inward';
import type { Catalogue } from 'inward/ui';
import { PERSONAS, type Persona } from '../wire.ts';

/** Whom a conversation is with: another page of the playground, or somebody of the sample requests, whom nobody plays. */
export type PeerId = string;
type Relationship = Exclude<Context['relationship'], 'request'>;
export type Relationships = Readonly<Record<PeerId, Relationship>>;

export interface PersonCard {
  readonly id: PeerId;
  /** Of a group: its name. */
  readonly name: string;
  readonly initials: string;
  /** What a messenger would know about this account. What is left out is not known. */
  readonly peer?: Context['peer'];
  readonly conversation?: Context['conversation'];
  /** Of a group: who added the person. */
  readonly addedBy?: string;
  readonly sample?: true;
  /** Of a sample in another language: what it says. */
  readonly gloss?: string;
  /** The language that elements speak in this conversation; absent: the page's. */
  readonly catalogue?: Catalogue;
  /** The picture of the account, where one is known. */
  readonly picture?: Blob;
}

export interface PersonaCard extends PersonCard {
  readonly id: Persona;
  readonly about: string;
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

/** What `screenMessage` is told beside the message. */
export function contextOf(card: PersonCard, relationship: Relationship, me: NonNullable<Context['me']>): Context {
  return {
    relationship, me, conversation: card.conversation ?? { kind: 'direct', memberCount: 2 },
    ...(card.peer === undefined ? {} : { peer: card.peer }),
  };
}

/**
 * What `reviewOutgoing` is told. Unknown 4417 writes first, and until somebody answers it is connected to nobody.
 */
export function outgoingContext(me: Persona, card: PersonCard, relationship: Relationship, own: NonNullable<Context['me']>, answered: boolean): Context {
  return me !== 'stranger' ? contextOf(card, relationship, own) : contextOf(card, answered ? relationship : 'stranger', own);
}
