import type { ForwardReview } from 'inward';
import type { Catalogue } from 'inward/ui';
import type { Bubble } from './model.ts';
import type { PeerId } from './personas.ts';

/** A message that is being passed on: first to whom; then, where there is one, the pause; then, if the person asks for it, who checks rumours. */
export interface OpenForward {
  readonly bubble: Bubble;
  readonly chosen: readonly PeerId[];
  /** Chats that may be ticked. */
  readonly mostChats: number;
  /** Why nothing was sent, a line each. The person can change what they ticked, and try again. */
  readonly refused: readonly string[];
  readonly pause?: ForwardPause;
  /** Texts of the list of who checks rumours, once that is open. */
  readonly checking?: Catalogue;
}

export interface ForwardPause {
  readonly forward: ForwardReview;
  readonly catalogue: Catalogue;
  /** For visitors who do not read the card's language. */
  readonly english: string | undefined;
}

export interface ForwardState {
  open: OpenForward | undefined;
}
