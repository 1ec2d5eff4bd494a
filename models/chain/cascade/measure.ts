import { makeCascadeGraph, type CascadeGraph } from './graph.ts';
import { middleRates, REACH_HOURS, type CascadeRateName, type CascadeRates } from './rates.ts';
import { runCascade, type CascadeCounts, type CascadeRun } from './run.ts';
import { SCENARIOS, type Scenario, type Seeding } from './scenarios.ts';
import { spreadOf, type Spread } from './spread.ts';

export interface CascadeSizes {
  /** Even, from 200. */
  readonly people: number;
  readonly runs: number;
  /** Of the first run; the next one's is one more. */
  readonly seed: number;
}

/** Shares of people, by 24 and by 72 hours. */
export type AtHours = readonly [at24: Spread, at72: Spread];

export interface ScenarioFigures {
  readonly scenario: string;
  readonly what: string;
  readonly received: AtHours;
  readonly passed: AtHours;
  /** How many fewer than with nothing, as a share of those, run by run on the same chances. Of nothing itself none. */
  readonly fewerReceived: AtHours;
  readonly fewerPassed: AtHours;
  /** Of all people, shown a card. */
  readonly shown: AtHours;
  /** Of those who would have passed a text on, had seen its card before. */
  readonly warned: Spread;
  /** Of the same, would have at the first copy that they read. */
  readonly atFirst: Spread;
  /** Of cards, because the message came by five hops. */
  readonly byHops: Spread;
  /** Hours from the first message until somebody reads a card; the horizon where nobody does. */
  readonly firstCard: Spread;
  /** Of chats that it was passed on to, fewer than with nothing: all, and of messages that came by five hops. */
  readonly fewerSends: Spread;
  readonly fewerOften: Spread;
}

export interface SeedingFigures {
  readonly seeding: Seeding;
  readonly scenarios: readonly ScenarioFigures[];
  /** With nothing: of those who received a text, whose first copy was a stranger's. */
  readonly firstByStranger: AtHours;
}

export interface CascadeReport extends CascadeSizes {
  readonly seedings: readonly SeedingFigures[];
}

/** Share of people by 24 and 72 hours. */
function shareBy(times: Float64Array): readonly [number, number] {
  const [at24, at72] = REACH_HOURS.map((hours) => times.reduce((sum, at) => sum + (at <= hours * 60 ? 1 : 0), 0) / times.length);
  return [at24 as number, at72 as number];
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
/** How much less `now` is than `before`. */
const fewer = (now: number, before: number): number => (before === 0 ? 0 : 1 - now / before);

function bothHours(pairs: readonly (readonly [number, number])[]): AtHours {
  return [spreadOf(pairs.map(([at24]) => at24)), spreadOf(pairs.map(([, at72]) => at72))];
}

/** @param plain the same runs with nothing */
function figuresOf({ name, what }: Scenario, runs: readonly CascadeRun[], plain: readonly CascadeRun[]): ScenarioFigures {
  const of = (times: (run: CascadeRun) => Float64Array): AtHours => bothHours(runs.map((run) => shareBy(times(run))));
  const less = (times: (run: CascadeRun) => Float64Array): AtHours => bothHours(runs.map((run, n) => {
    const [now, before] = [shareBy(times(run)), shareBy(times(plain[n] as CascadeRun))];
    return [fewer(now[0], before[0]), fewer(now[1], before[1])];
  }));
  const count = (share: (counts: CascadeCounts, before: CascadeCounts) => number): Spread => spreadOf(runs.map(({ counts }, n) => share(counts, (plain[n] as CascadeRun).counts)));
  return {
    scenario: name, what,
    received: of((run) => run.receivedAt), passed: of((run) => run.passedAt), fewerReceived: less((run) => run.receivedAt), fewerPassed: less((run) => run.passedAt),
    shown: of((run) => run.cardAt),
    warned: count(({ willingWithCard, willing }) => ratio(willingWithCard, willing)),
    atFirst: count(({ willingAtFirst, willing }) => ratio(willingAtFirst, willing)),
    byHops: count(({ cardsByHops, cardsByCopies }) => ratio(cardsByHops, cardsByHops + cardsByCopies)),
    firstCard: spreadOf(runs.map(({ cardAt }) => Math.min(REACH_HOURS[1], cardAt.reduce((least, at) => Math.min(least, at), Infinity) / 60))),
    fewerSends: count(({ sends }, before) => fewer(sends, before.sends)), fewerOften: count(({ sendsOfOften }, before) => fewer(sendsOfOften, before.sendsOfOften)),
  };
}

/** Plays every scenario on the same graphs and chances. */
export function measureSeeding(sizes: CascadeSizes, rates: CascadeRates, seeding: Seeding, scenarios: readonly Scenario[] = SCENARIOS, say?: (line: string) => void): SeedingFigures {
  const played: CascadeRun[][] = scenarios.map(() => []);
  for (let n = 0; n < sizes.runs; n++) {
    const graph = graphFor(rates, sizes.people, sizes.seed + n);
    for (const [which, scenario] of scenarios.entries()) played[which]?.push(runCascade(graph, rates, sizes.seed + n, scenario, seeding));
    say?.(`${seeding}: run ${n + 1} of ${sizes.runs}`);
  }
  const plain = played[0] as readonly CascadeRun[];
  return {
    seeding, scenarios: scenarios.map((scenario, which) => figuresOf(scenario, played[which] ?? [], plain)),
    firstByStranger: bothHours(plain.map(({ receivedAt, firstByStranger }) => {
      const [at24, at72] = REACH_HOURS.map((hours) => {
        const reached = [...receivedAt.keys()].filter((person) => (receivedAt[person] as number) <= hours * 60);
        return ratio(reached.filter((person) => firstByStranger[person] === 1).length, reached.length);
      });
      return [at24 as number, at72 as number];
    })),
  };
}

/** The main table: both ways of seeding, all scenarios. @param pinned rates that are not at their middle */
export function measureCascade(sizes: CascadeSizes, pinned: Readonly<Partial<Record<CascadeRateName, number>>> = {}, say?: (line: string) => void): CascadeReport {
  const rates = middleRates(pinned);
  return { ...sizes, seedings: (['strangers', 'friends'] as const).map((seeding) => measureSeeding(sizes, rates, seeding, SCENARIOS, say)) };
}

const GRAPH_RATES = ['groupsEach', 'groupSize', 'pairsEach', 'clustered', 'across'] as const;
let last: { readonly key: string; readonly graph: CascadeGraph }[] = [];

/** A graph depends on few rates, and swings ask for the same ones again and again. */
function graphFor(rates: CascadeRates, people: number, seed: number): CascadeGraph {
  const key = [people, seed, ...GRAPH_RATES.map((name) => rates[name])].join(' ');
  const held = last.find((one) => one.key === key);
  if (held) return held.graph;
  const graph = makeCascadeGraph(rates, people, seed);
  last = [...last.slice(-9), { key, graph }];
  return graph;
}
