import type { DeletedRequests } from 'inward/requests';
import type { Bubble } from './model.ts';
import type { PeerId } from './personas.ts';

/** What the requests folder knows beside the messages themselves. */
export interface Inbox {
  samples: 'none' | 'loading' | 'here' | 'failed';
  /** The scene of the chain letter. */
  chain: 'none' | 'coming' | 'here' | 'failed';
  /** The notice below which it is listed who checks rumours. */
  checking: string | undefined;
  /** The page on which one's own picture is covered takes the place of a request. */
  labOpen: boolean;
  /** What was deleted, the last at the end; until the person goes on all of it can be brought back, last first. */
  deleted: readonly Deleted[];
  /** Where a closed link that a person opened would have led. */
  wouldOpen: string | undefined;
}

export interface Deleted {
  readonly peers: readonly PeerId[];
  readonly undo: DeletedRequests<Row>;
}

/** A message under an id that is its own in the whole page. */
export interface Row {
  readonly id: string;
  readonly bubble: Bubble;
}

export function createInbox(): Inbox {
  return { samples: 'none', chain: 'none', checking: undefined, labOpen: false, deleted: [], wouldOpen: undefined };
}
