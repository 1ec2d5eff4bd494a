import type { NoticeKind, NoticeLevel, ReasonCode } from '../../contract/verdict.ts';

/** Kinds of evidence that are independent of each other: what a message says, what it asks for, what is known of who wrote it, and that they are no minor and write to one (`reach`). */
export type EvidenceGroup = 'words' | 'ask' | 'account' | 'ties' | 'behaviour' | 'rates' | 'name' | 'picture' | 'copies' | 'reach';

/** A notice that a check would give. */
export interface Candidate {
  readonly kind: NoticeKind;
  readonly level: NoticeLevel;
  /** The first one is what the notice is about: "Not helpful" silences it. At least one. */
  readonly reasons: readonly ReasonCode[];
  readonly groups: readonly EvidenceGroup[];
}

/** Who speaks where several would: first level, then what cannot be seen in the message itself. */
export const NOTICE_ORDER: readonly (readonly [NoticeKind, NoticeLevel])[] = [
  ['contact', 'strong'], ['impersonation', 'strong'], ['scam', 'strong'], ['chain', 'strong'],
  ['impersonation', 'tip'], ['scam', 'tip'], ['contact', 'tip'], ['chain', 'tip'],
];

/** In the order in which they are heard. */
export function inOrder<T extends Pick<Candidate, 'kind' | 'level'>>(candidates: readonly T[]): readonly T[] {
  return NOTICE_ORDER.flatMap(([kind, level]) => candidates.filter((one) => one.kind === kind && one.level === level));
}

/** What "Not helpful" silences. */
export function topicOf({ kind, reasons }: Pick<Candidate, 'kind' | 'reasons'>): string {
  return `${kind} ${reasons[0] ?? ''}`;
}
