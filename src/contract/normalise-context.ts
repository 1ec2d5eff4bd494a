import { DELIVERY, USUAL_REACH } from './delivery-table.ts';
import type { AgeBand, Context, Relationship } from './message.ts';

/** What the tables look at. */
export interface NormalContext {
  readonly relationship: Relationship;
  /** Who added the person to this group; absent in direct conversations and where the host does not know. */
  readonly addedBy?: Relationship;
  /** Age of the person, and of whoever wrote or is written to. */
  readonly me: AgeBand;
  readonly peer: AgeBand;
  /** They share a contact, as far as the host knows. */
  readonly mutual: boolean;
}

/**
 * Folds the alias `request` into `stranger`. Whatever is not a relationship, a missing context included, counts as
 * `stranger`, and whatever is no age as `unknown`: the careful reading. Never throws on plain data.
 */
export function normaliseContext(context: Context | undefined): NormalContext {
  const { relationship, me, peer, conversation } = context ?? {} as Partial<Context>;
  const addedBy = conversation?.kind === 'group' && conversation.addedBy;
  return {
    relationship: relationshipOf(relationship), me: ageOf(me?.ageBand), peer: ageOf(peer?.ageBand), mutual: (peer?.mutualContacts ?? 0) > 0,
    ...(addedBy ? { addedBy: relationshipOf(addedBy) } : {}),
  };
}

/** A group of two, the person with them: a chat by another name. Where the number is not known it is none. */
export function isPair(context: Context | undefined): boolean {
  return (context?.conversation?.memberCount ?? Infinity) <= 2;
}

function ageOf(value: unknown): AgeBand {
  return nameOf(USUAL_REACH, value, 'unknown');
}

/** True for a name of the table, alias included. */
export function isRelationship(value: unknown): value is Relationship | 'request' {
  return value === 'request' || relationshipOf(value) === value;
}

function relationshipOf(value: unknown): Relationship {
  return nameOf(DELIVERY, value, 'stranger');
}

function nameOf<Name extends string>(table: Readonly<Record<Name, unknown>>, value: unknown, otherwise: Name): Name {
  return typeof value === 'string' && Object.hasOwn(table, value) ? value as Name : otherwise;
}
