import type { Context, Relationship } from './message.ts';

/** What the tables look at. */
export interface NormalContext {
  readonly relationship: Relationship;
  /** Who added the person to this group; absent in direct conversations and where the host does not know. */
  readonly addedBy?: Relationship;
}

const RELATIONSHIPS: Readonly<Record<string, Relationship>> = {
  self: 'self', contact: 'contact', accepted: 'accepted', connected: 'connected', stranger: 'stranger',
  request: 'stranger', restricted: 'restricted', blocked: 'blocked',
};

/**
 * Folds the alias `request` into `stranger`. Whatever is not a relationship, a missing context included, counts as
 * `stranger`: the careful reading. Never throws.
 */
export function normaliseContext(context: Context | undefined): NormalContext {
  const relationship = relationshipOf(context?.relationship);
  const conversation = context?.conversation;
  if (conversation?.kind !== 'group' || conversation.addedBy === undefined) return { relationship };
  return { relationship, addedBy: relationshipOf(conversation.addedBy) };
}

/** True for a name of the table, alias included. */
export function isRelationship(value: unknown): value is Relationship | 'request' {
  return typeof value === 'string' && Object.hasOwn(RELATIONSHIPS, value);
}

function relationshipOf(value: unknown): Relationship {
  return isRelationship(value) ? RELATIONSHIPS[value] as Relationship : 'stranger';
}
