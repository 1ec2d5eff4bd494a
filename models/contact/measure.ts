import { contactLevel } from '../../src/decide/contact-model.ts';
import type { ContactModel } from '../../src/decide/contact-table.ts';
import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import { baselines, type Baseline } from './baselines.ts';
import { BenignCounts } from './benign-counts.ts';
import { sideOf, Tally, type Calibrations, type Side } from './calibration.ts';
import { HIGH_CONTACT } from './choose-lines.ts';
import { GROUPS_OF_HOST, type HostGroup } from './features.ts';
import { latencyOf, type Latency } from './latency.ts';
import { benignOutcomes, harmfulOutcomes, type Outcome } from './outcomes.ts';
import { adaptTo, COUNTED_KINDS, tryPlans, unseenADay } from './simulator/adapt.ts';
import { ADVERSARIES, BENIGN_ROLES, type Adversary, type RateName } from './simulator/rates.ts';
import { makeWorld, type Pinned, type World } from './simulator/worlds.ts';

/** Threads: honest ones, of each kind of adversary, and for rules of one or two facts; 0 of these leaves out those rules and the contacts unseen. */
export interface Sizes { readonly benign: number; readonly perKind: number; readonly baseline: number }
export const USUAL_SIZES: Sizes = { benign: 200_000, perKind: 5_000, baseline: 20_000 };

export interface Told { readonly notices: Share; readonly strong: Share }
export interface KindReport {
  readonly kind: Adversary;
  /** Of threads; of adversaries, each counted alike. */
  readonly notices: Share;
  readonly strong: Share;
  readonly perAdversary: Share;
  /** Of those told of: before or at the person's first answer. */
  readonly beforeReply: Share;
  readonly without: Readonly<Record<HostGroup, Share>>;
}

export interface ContactReport {
  readonly world: string;
  readonly seed: number;
  readonly rates: Readonly<Record<RateName, number>>;
  readonly benign: Readonly<Record<'all' | 'minors' | 'adults' | 'reach', Told>>;
  readonly roles: Readonly<Record<string, Told>>;
  readonly perTeenMonth: number;
  readonly kinds: readonly KindReport[];
  /** Threads from adults or people of unknown age to minors, where a strong notice can be; and all threads of minors. */
  readonly latency: Readonly<Record<'reachStrong' | 'reachNotice' | 'minorsStrong' | 'minorsNotice', Latency>>;
  readonly calibration: Readonly<Record<Side, { readonly ece: number; readonly brier: number }>>;
  readonly subgroups: Readonly<Record<string, number>>;
  readonly falseWithout: Readonly<Record<HostGroup, { readonly without: Share; readonly with: Share }>>;
  readonly unseenADay: Readonly<Record<string, { readonly contacts: number; readonly tactics: readonly string[] }>>;
  readonly baselines: readonly Baseline[];
}

export const SUBGROUPS = ['region', 'script', 'diaspora', 'language'] as const;

/** Plays one world against a scorecard. Half a minute at the usual sizes. The same seed gives the same report. */
export function measureWorld(name: string, seed: number, model: ContactModel, calibrations: Calibrations, sizes: Sizes = USUAL_SIZES, pinned: Pinned = {}): ContactReport {
  const world = makeWorld(name, seed, pinned);
  const noticed = (vector: Uint8Array): boolean => contactLevel(model, vector) !== 'none';
  const counts = new BenignCounts();
  const tally = new Tally();
  for (const outcome of benignOutcomes(world, seed, model, sizes.benign, 4)) {
    counts.add(outcome);
    tally.add(sideOf(outcome), outcome.full.most, false, 1);
  }
  const adaptation = adaptTo(world, noticed, seed);
  const found: { readonly outcome: Outcome; readonly share: Readonly<Record<Side, number>> }[] = [];
  const kinds = ADVERSARIES.map((kind) => {
    const outcomes = [...harmfulOutcomes(world, seed, kind, model, adaptation, sizes.perKind)];
    for (const outcome of outcomes) found.push({ outcome, share: weightOf(world, kind, outcomes) });
    return kindReport(kind, outcomes, [...harmfulOutcomes(world, seed, kind, model, adaptation, Math.ceil(sizes.perKind / 4), true)]);
  });
  const total = { minors: counts.notices('minors').n, adults: counts.notices('adults').n };
  for (const { outcome, share } of found) {
    const side = sideOf(outcome);
    const harmful = side === 'minors' ? world.rates.harmfulToMinors : world.rates.harmfulToAdults;
    tally.add(side, outcome.full.most, true, (share[side] * total[side] * harmful) / (1 - harmful));
  }
  const told = (part: string): Told => ({ notices: counts.notices(part), strong: counts.strong(part) });
  const minors = found.filter(({ outcome }) => sideOf(outcome) === 'minors');
  const latency = (reach: boolean, strong: boolean): Latency => {
    const among = minors.filter(({ outcome }) => !reach || outcome.full.stratum === 'reach');
    const weight = among.reduce((sum, { share }) => sum + share.minors, 0);
    const harmful = world.rates.harmfulToMinors * weight;
    const benign = (1 - world.rates.harmfulToMinors) * (reach ? counts.notices('reach').n / total.minors : 1);
    const at = ({ outcome }: (typeof found)[number]): number => (strong ? outcome.full.strongAt : outcome.full.noticeAt);
    const part = told(reach ? 'reach' : 'minors');
    return latencyOf(harmful / (harmful + benign), among.filter((one) => at(one) > 0).map((one) => [at(one), one.share.minors / weight] as const), (strong ? part.strong : part.notices).share ?? 0);
  };
  return {
    world: name, seed, rates: world.rates,
    benign: { all: told('all'), minors: told('minors'), adults: told('adults'), reach: told('reach') },
    roles: Object.fromEntries(BENIGN_ROLES.map((role) => [role, told(`role ${role}`)])),
    perTeenMonth: (world.rates.threadsPerTeenYear / 12) * (counts.notices('minors').share ?? 0),
    kinds,
    latency: { reachStrong: latency(true, true), reachNotice: latency(true, false), minorsStrong: latency(false, true), minorsNotice: latency(false, false) },
    calibration: { minors: tally.error('minors', calibrations.minors), adults: tally.error('adults', calibrations.adults) },
    subgroups: Object.fromEntries(SUBGROUPS.map((kind) => [kind, counts.ratio(kind)])),
    falseWithout: Object.fromEntries(GROUPS_OF_HOST.map((group) => [group, counts.dropped(group)])) as unknown as ContactReport['falseWithout'],
    unseenADay: Object.fromEntries((sizes.baseline === 0 ? [] : COUNTED_KINDS).map((kind) => {
      const { contacts, plan } = unseenADay(tryPlans(world, kind, noticed, seed + 1, 400));
      return [kind, { contacts, tactics: plan.tactics }];
    })),
    baselines: sizes.baseline === 0 ? [] : baselines(world, seed, sizes.baseline),
  };
}

/** What one simulated thread of a kind stands for among all harmful threads to minors, and to adults. */
export function weightOf(world: World, kind: Adversary, outcomes: readonly Outcome[]): Readonly<Record<Side, number>> {
  const minors = outcomes.filter((outcome) => sideOf(outcome) === 'minors').length;
  const [toMinors, toAdults] = world.adversaries[kind];
  return { minors: minors === 0 ? 0 : toMinors / minors, adults: minors === outcomes.length ? 0 : toAdults / (outcomes.length - minors) };
}

function kindReport(kind: Adversary, outcomes: readonly Outcome[], each: readonly Outcome[]): KindReport {
  const share = (of: readonly Outcome[], is: (outcome: Outcome) => boolean): Share => countShare(of.filter(is).length, of.length);
  const noticed = outcomes.filter(({ full }) => full.noticeAt > 0);
  return {
    kind, notices: share(outcomes, ({ full }) => full.noticeAt > 0), strong: share(outcomes, ({ full }) => full.strongAt > 0),
    perAdversary: share(each, ({ full }) => full.noticeAt > 0), beforeReply: share(noticed, ({ repliedBefore }) => !repliedBefore),
    without: Object.fromEntries(GROUPS_OF_HOST.map((group) => [group, share(outcomes, ({ without }) => (without?.[group].noticeAt ?? 0) > 0)])) as unknown as KindReport['without'],
  };
}

export interface Bar { readonly name: string; readonly value: number; readonly bar: string; readonly met: boolean }

/** The bars of issue 6. @param shifted the world is none that was trained on, where the bar for calibration is wider */
export function barsOf(report: ContactReport, shifted: boolean): readonly Bar[] {
  const upper = (share: Share): number => 1000 * (share.interval95?.[1] ?? 0);
  const recall = (kind: Adversary): number => report.kinds.find((one) => one.kind === kind)?.notices.share ?? 0;
  const most = (name: string, value: number, bar: number): Bar => ({ name, value, bar: `<= ${bar}`, met: value <= bar });
  const least = (name: string, value: number, bar: number): Bar => ({ name, value, bar: `>= ${bar}`, met: value >= bar });
  const loss = (kind: Adversary, group: HostGroup): number => 100 * (recall(kind) - (report.kinds.find((one) => one.kind === kind)?.without[group].share ?? 0));
  const single = report.baselines.filter(({ meets }) => meets).length;
  return [
    most('false strong per 1,000, 95 % upper bound', upper(report.benign.all.strong), 2),
    most('the same, worst high-contact role', Math.max(...HIGH_CONTACT.map((role) => upper((report.roles[role] as Told).strong))), 5),
    most('false notices per 1,000', 1000 * (report.benign.all.notices.share ?? 0), 30),
    most('false notices per teen-month', report.perTeenMonth, 0.25),
    least('recall, mass contacter', recall('mass'), 0.8),
    least('recall, impersonator', recall('impersonator'), 0.9),
    least('F_latency, strong, adult or unknown to minor', report.latency.reachStrong.fLatency, 0.6),
    most('calibration error, worse side', Math.max(report.calibration.minors.ece, report.calibration.adults.ece), shifted ? 0.08 : 0.03),
    most('subgroup false-positive ratio, worst', Math.max(...Object.values(report.subgroups)), 1.25),
    ...GROUPS_OF_HOST.map((group) => most(`points of recall lost without ${group}, worse of mass and impersonator`, Math.max(loss('mass', group), loss('impersonator', group)), 15)),
    ...GROUPS_OF_HOST.map((group) => most(`false notices added without ${group}, per 1,000`, 1000 * ((report.falseWithout[group].without.share ?? 0) - (report.falseWithout[group].with.share ?? 0)), 0)),
    ...report.baselines.length === 0 ? [] : [most('rules of one or two facts that meet the bars', single, 0)],
  ];
}
