import { contactPoints, CONTACT_STRIDE, type SignalVector } from '../contract/contact-points.ts';
import type { ContactDeserved, ContactTables } from '../contract/notices.ts';
import type { NoticeAction, ReasonCode } from '../contract/verdict.ts';
import { contactLevel, pointsOf } from './contact-model.ts';
import type { EvidenceGroup } from './notices/candidate.ts';

/** What who writes deserves, and what a notice about them says. */
export interface ContactJudgement extends ContactDeserved {
  readonly groups: readonly EvidenceGroup[];
  readonly actions: readonly NoticeAction[];
}

/**
 * Facts stand in the order of their points, those of a pair with both of its signals. A strong notice rests on who writes to whom as well (`reach`), so it is told also
 * where a tip was told before on the same facts. O(signals + pairs)
 */
export function judgeContact({ table, reasons, evidence, actions }: ContactTables, vector: SignalVector): ContactJudgement {
  const level = contactLevel(table, vector);
  const found = pointsOf(table, vector);
  const facts = found.flatMap(({ because }) => because.map(([place]) => reasons[place * CONTACT_STRIDE + (vector[place] as number)]));
  const kinds = new Map<string, number>();
  for (const { because: [first], points } of found) {
    const kind = evidence[first?.[0] as number] as string;
    kinds.set(kind, (kinds.get(kind) ?? 0) + points);
  }
  // A notice stands on no kind that has next to no points.
  const groups = [...kinds].flatMap(([kind, points]) => (points < table.groupFloor ? [] : [kind]));
  return {
    level, points: contactPoints(table, vector),
    reasons: [...new Set(facts)].filter(Boolean) as readonly ReasonCode[],
    groups: [...groups, ...level === 'strong' ? ['reach'] : []] as readonly EvidenceGroup[],
    actions: actions[vector[table.ages[0]] === 1 ? 0 : 1],
  };
}
