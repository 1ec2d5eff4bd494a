import type { Adversary } from './rates.ts';

/** What an adversary may do differently so as not to be noticed. Each costs effort; some cost what they came for. All assumed. */
export interface Tactic {
  readonly name: string;
  /** Of an effort of 0–6 that an adapting adversary has, drawn evenly. */
  readonly effort: number;
  /** What is left of its success. */
  readonly yield: number;
  readonly by: readonly Adversary[];
}

const ALL: readonly Adversary[] = ['mass', 'patient', 'impersonator', 'crossBorder', 'returner'];

export const TACTICS = [
  /** An account bought or left to age: median age times 30. */
  { name: 'aged', effort: 2, yield: 1, by: ALL },
  /** One or two mutual contacts in 8 of 10 threads; fake neighbours are the dear part (Xu et al. 2021). */
  { name: 'mutuals', effort: 3, yield: 1, by: ALL },
  /** No cue before the 20th message. */
  { name: 'quiet', effort: 2, yield: 0.6, by: ALL },
  /** Never writes again unanswered. */
  { name: 'once', effort: 1, yield: 0.7, by: ALL },
  /** Says to be a minor. */
  { name: 'young', effort: 1, yield: 0.9, by: ['mass', 'patient', 'returner'] },
  /** Few new people: below ten a week, below three. Success is counted in contacts, so what is left follows from the rates. */
  { name: 'slow', effort: 0, yield: 1, by: ['mass', 'crossBorder'] },
  { name: 'slowest', effort: 0, yield: 1, by: ['mass', 'crossBorder'] },
  /** Another picture. */
  { name: 'faceless', effort: 0, yield: 0.5, by: ['impersonator'] },
  /** Another name: no longer read as the contact's. */
  { name: 'renamed', effort: 0, yield: 0.3, by: ['impersonator', 'returner'] },
] as const satisfies readonly Tactic[];
export type TacticName = (typeof TACTICS)[number]['name'];

/** Largest effort of an adapting adversary. */
export const EFFORT_MOST = 6;

/** A set of tactics. */
export interface Plan {
  readonly tactics: readonly TacticName[];
  readonly effort: number;
  readonly yield: number;
}

/** Every set of tactics one kind of adversary can choose, the empty one first. Of `slow` and `slowest` at most one. */
export function plansOf(kind: Adversary): readonly Plan[] {
  const own: readonly Tactic[] = TACTICS.filter(({ by }) => (by as readonly Adversary[]).includes(kind));
  const sets = Array.from({ length: 1 << own.length }, (_, bits) => own.filter((_tactic, i) => (bits >> i) & 1));
  return sets.filter((set) => !(set.some(({ name }) => name === 'slow') && set.some(({ name }) => name === 'slowest'))).map((set) => ({
    tactics: set.map(({ name }) => name as TacticName),
    effort: set.reduce((sum, { effort }) => sum + effort, 0),
    yield: set.reduce((product, tactic) => product * tactic.yield, 1),
  })).filter(({ effort }) => effort <= EFFORT_MOST);
}
