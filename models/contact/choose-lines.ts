import { SILENCES, type ContactScorecard, type Lines, type Silence } from '../../src/contract/contact-scorecard.ts';
import { contactModel } from '../../src/decide/contact-table.ts';
import { benignOutcomes, UNDRAWN, type Outcome, type Said } from './outcomes.ts';
import type { World } from './simulator/worlds.ts';

/** Shares of benign threads that lines may let through, over all worlds of choosing together, and in the worst one so many times as much. */
export interface Allowance {
  /** A notice, of minors' and of adults' threads. */
  readonly minors: number;
  readonly adults: number;
  /** A strong notice, of minors' threads; of one high-contact role's to minors. */
  readonly strong: number;
  readonly strongRole: number;
  readonly worst: number;
  /** With a group of the host's missing, so much of the above. */
  readonly silent: Readonly<Record<Silence, number>>;
}

const CLOSED: Lines = { reach: UNDRAWN, peers: UNDRAWN, adult: UNDRAWN, unknown: UNDRAWN, strong: UNDRAWN };
/** A card that says nothing, to see how many points threads come to. */
export function withoutLines(card: Pick<ContactScorecard, 'points' | 'pairs'>): ContactScorecard {
  return { version: 1, ...card, lines: { none: CLOSED, account: CLOSED, graph: CLOSED, rate: CLOSED }, groupFloor: 5 };
}

/** The honest roles that issue 6 names: they write to many people. */
export const HIGH_CONTACT: readonly string[] = ['coach', 'teacher', 'seller', 'organiser', 'newPupil', 'relative'];

interface Seen { readonly world: string; readonly role: string; readonly minor: boolean; readonly said: Said }

/** Lowest line at which at most this share of threads, overall and (times worst) in each part, comes to it. */
function lineFor(threads: readonly { readonly part: string; readonly points: number }[], share: number, partShare: number): number {
  const sizes = new Map<string, number>();
  for (const { part } of threads) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  const sorted = [...threads].sort((a, b) => b.points - a.points);
  const over = new Map<string, number>();
  let all = 0;
  for (let at = 0; at < sorted.length;) {
    const { points } = sorted[at] as { points: number };
    for (; at < sorted.length && sorted[at]?.points === points; at++) {
      all++;
      const { part } = sorted[at] as { part: string };
      over.set(part, (over.get(part) ?? 0) + 1);
    }
    // A part too small to tell a share of may have a handful.
    const tooMany = [...over].some(([part, n]) => n > Math.max(5, partShare * (sizes.get(part) ?? 0)));
    if (all > share * threads.length || tooMany) return points + 1;
  }
  return 1;
}

/** Every line of a card, from benign threads of worlds and seeds of their own. */
export function chooseLines(card: Pick<ContactScorecard, 'points' | 'pairs'>, worlds: readonly { readonly world: World; readonly seed: number }[], threads: number, allow: Allowance): ContactScorecard {
  const model = contactModel(withoutLines(card));
  const seen: Record<Silence, Seen[]> = { none: [], account: [], graph: [], rate: [] };
  for (const { world, seed } of worlds) {
    for (const outcome of benignOutcomes(world, seed, model, threads, 1)) {
      for (const silence of SILENCES) {
        const said = silence === 'none' ? outcome.full : outcome.without?.[silence];
        // Only threads of which nothing else is missing.
        if (said?.silences.length === 1 && said.silences[0] === silence) seen[silence].push(seenOf(world, outcome, said));
      }
    }
  }
  const linesOf = (silence: Silence): Lines => {
    const by = allow.silent[silence];
    const tip = (minor: boolean, share: number): number => lineFor(
      seen[silence].filter((one) => one.minor === minor && one.said.stratum !== 'unknown').map(({ world, said }) => ({ part: world, points: said.most })), share * by, share * by * allow.worst);
    const [minors, adult] = [tip(true, allow.minors), tip(false, allow.adults)];
    const reach = seen[silence].filter(({ minor }) => minor).map((one) => ({ ...one, points: one.said.stratum === 'reach' ? one.said.strongMost : 0 }));
    const strong = Math.max(
      lineFor(reach.map(({ world, points }) => ({ part: world, points })), allow.strong * by, allow.strong * by * allow.worst),
      lineFor(reach.filter(({ role }) => HIGH_CONTACT.includes(role)).map(({ role, points }) => ({ part: role, points })), 1, allow.strongRole * by));
    return { reach: minors, peers: minors, adult, unknown: Math.max(minors, adult), strong };
  };
  const lines = Object.fromEntries(SILENCES.map((silence) => [silence, linesOf(silence)])) as unknown as Record<Silence, Lines>;
  return { version: 1, ...card, lines, groupFloor: 5 };
}

function seenOf({ name }: World, { person, sender }: Outcome, said: Said): Seen {
  return { world: name, role: sender.role, minor: person.age !== 'adult', said };
}
