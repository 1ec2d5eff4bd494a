import type { ForwardReview } from 'inward';
import type { Catalogue } from 'inward/ui';
import type { Bubble } from './model.ts';
import type { PeerId } from './personas.ts';

/** A message that is being passed on: first to whom, then, where there is one, the pause. */
export interface OpenForward {
  readonly bubble: Bubble;
  readonly chosen: readonly PeerId[];
  /** Chats that may be ticked. */
  readonly mostChats: number;
  readonly pause?: { readonly forward: ForwardReview; readonly catalogue: Catalogue };
}

export interface ForwardState {
  open: OpenForward | undefined;
}
