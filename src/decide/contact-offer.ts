import { contactPoints, CONTACT_STRIDE, eachPoints, type SignalVector } from '../contract/contact-points.ts';
import type { ContactDeserved, ContactTables } from '../contract/notices.ts';
import type { NoticeAction, ReasonCode } from '../contract/verdict.ts';
import { contactLevel } from './contact-model.ts';
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
export function judgeContact({ table, reasons, evidence, actions }: ContactTables, vector: SignalVector, level = contactLevel(table, vector)): ContactJudgement {
  const found: { readonly points: number; readonly places: readonly number[] }[] = [];
  const kinds: Record<string, number> = {};
  eachPoints(table, vector, (points, place, _byte, other = place) => {
    if (points === 0) return;
    found.push({ points, places: [place, other] });
    const kind = evidence[place] as string;
    kinds[kind] = (kinds[kind] ?? 0) + points;
  });
  const facts = found.sort((a, b) => b.points - a.points).flatMap(({ places }) => places.map((place) => reasons[place * CONTACT_STRIDE + (vector[place] as number)]));
  // A notice stands on no kind that has next to no points.
  const groups = Object.keys(kinds).filter((kind) => (kinds[kind] as number) >= table.groupFloor);
  return {
    level, points: contactPoints(table, vector),
    reasons: [...new Set(facts)].filter(Boolean) as readonly ReasonCode[],
    groups: [...groups, ...level === 'strong' ? ['reach'] : []] as readonly EvidenceGroup[],
    actions: actions[vector[table.ages[0]] === 1 ? 0 : 1],
  };
}
