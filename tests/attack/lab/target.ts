/** What page, worker and test of an attack run agree on. */
export type Family = 'requests' | 'sockets' | 'modules' | 'workers' | 'code-from-strings' | 'fonts' | 'storage' | 'channels';

/** `open`: no policy, nothing removed: the control. `header` and `frame`: the two forms of the seal, with the real code. */
export type Variant = 'open' | 'header' | 'frame';

/**
 * `held`: the attacker kept every constructor and function from before the seal, so only the policy stands in the way.
 * `after`: the attacker has what the seal left.
 */
export type Pass = 'held' | 'after';

export interface Orders {
  readonly family: Family;
  readonly variant: Variant;
  /** Origins that count arrivals: the page's own, and another one. */
  readonly same: string;
  readonly cross: string;
  /** Port of a UDP socket that counts packets. */
  readonly udp: number;
}

export interface AttackReport {
  readonly sealed: boolean;
  readonly failed: readonly string[];
  /** `PASS/NAME` of attempts that by their own account did what they wanted. */
  readonly claims: readonly string[];
  /** Of the ways that got out nowhere: those whose name is there. */
  readonly there: readonly string[];
}
