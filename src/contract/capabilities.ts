import type { AgeBand } from './message.ts';

/**
 * `on`: from the start. `choice`: off until the person switches it on. `never`: not at this age. A `never` about first messages
 * is what `reviewOutgoing` and the delivery table enforce, of location `locationSharing`; the others are the host's to enforce, on
 * its server too.
 */
export type Grant = 'on' | 'choice' | 'never';

export type Capability =
  /** Write a first message to an adult, or somebody whose age is not known, whom one is not connected to. */
  | 'write-first-to-adults'
  /** The same to a child or teen. */
  | 'write-first-to-minors'
  /** Get first messages of adults one is not connected to. */
  | 'reached-by-adults'
  /** Get first messages of other strangers. */
  | 'reached-by-strangers'
  /** See, as a request, that somebody unknown added one to a group: what people one knows write there, and strangers who may reach one. */
  | 'added-by-strangers'
  /** Be shown in search and suggestions to people one is not connected to. */
  | 'be-found'
  /** Show contact details, school and birthday to people one is not connected to. */
  | 'public-details'
  | 'share-location';

/** What each age may do. An age that is not known has a teen's rights where one is reached, and no adult's where one writes. */
export const CAPABILITIES: Readonly<Record<Capability, Readonly<Record<AgeBand, Grant>>>> = {
  'write-first-to-adults': { adult: 'on',     teen: 'on',     unknown: 'on',     child: 'never' },
  'write-first-to-minors': { adult: 'never',  teen: 'on',     unknown: 'never',  child: 'on' },
  'reached-by-adults':     { adult: 'on',     teen: 'never',  unknown: 'never',  child: 'never' },
  'reached-by-strangers':  { adult: 'on',     teen: 'choice', unknown: 'choice', child: 'choice' },
  'added-by-strangers':    { adult: 'on',     teen: 'on',     unknown: 'on',     child: 'on' },
  'be-found':              { adult: 'on',     teen: 'choice', unknown: 'choice', child: 'never' },
  'public-details':        { adult: 'choice', teen: 'never',  unknown: 'never',  child: 'never' },
  'share-location':        { adult: 'choice', teen: 'choice', unknown: 'choice', child: 'never' },
};
