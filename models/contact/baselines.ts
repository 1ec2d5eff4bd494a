import { bucketsOf, SIGNAL_NAMES, SIGNAL_PLACE } from '../../src/contract/contact-signals.ts';
import { FEATURES } from './features.ts';
import { minorsOf } from './outcomes.ts';
import { drawPerson } from './simulator/person.ts';
import type { Adversary } from './simulator/rates.ts';
import { drawAdversary, drawBenign } from './simulator/senders.ts';
import { playThread } from './simulator/thread.ts';
import { streamOf, type World } from './simulator/worlds.ts';

/** What a rule of one or two facts does in the same world, against adversaries who do not know it. */
export interface Baseline {
  readonly rule: string;
  /** Of benign threads that a notice would be shown in. */
  readonly falseNotices: number;
  readonly mass: number;
  readonly impersonator: number;
  /** It would meet the bars of false notices and of both recalls: then the simulator is too easy. */
  readonly meets: boolean;
}

const TWO_RULES = 'new account and no mutual contacts';

/** The two-rule baseline first, then every single signal, best recall of the mass contacter first among those with at most 30 false notices per 1,000. */
export function baselines(world: World, seed: number, threads: number): readonly Baseline[] {
  const singles = FEATURES.filter(({ conditions }) => conditions.length === 1);
  const [age, mutual] = [SIGNAL_PLACE.accountAge, SIGNAL_PLACE.mutualContacts];
  const newFrom = bucketsOf('accountAge').indexOf('under-30-days') + 1;
  const rules: readonly { readonly rule: string; readonly fires: (vector: Uint8Array) => boolean }[] = [
    { rule: TWO_RULES, fires: (vector) => (vector[age] as number) >= newFrom && (vector[mutual] as number) === bucketsOf('mutualContacts').length },
    ...singles.map(({ name, conditions }) => ({ rule: name, fires: (vector: Uint8Array): boolean => conditions.every(([place, from]) => (vector[place] as number) >= from) })),
  ];
  const benign = shares(world, seed, null, threads, rules.map(({ fires }) => fires));
  const mass = shares(world, seed, 'mass', Math.ceil(threads / 10), rules.map(({ fires }) => fires));
  const impersonator = shares(world, seed, 'impersonator', Math.ceil(threads / 10), rules.map(({ fires }) => fires));
  const all = rules.map(({ rule }, i) => {
    const [f, m, p] = [benign[i] as number, mass[i] as number, impersonator[i] as number];
    return { rule, falseNotices: f, mass: m, impersonator: p, meets: f <= 0.03 && m >= 0.8 && p >= 0.9 };
  });
  const within = (one: Baseline): number => (one.falseNotices <= 0.03 ? 1 : 0);
  return [all[0] as Baseline, ...all.slice(1).sort((a, b) => within(b) - within(a) || b.mass - a.mass)];
}

function shares(world: World, seed: number, kind: Adversary | null, threads: number, rules: readonly ((vector: Uint8Array) => boolean)[]): readonly number[] {
  const rng = streamOf(seed, `baseline ${kind ?? 'benign'}`);
  const vector = new Uint8Array(SIGNAL_NAMES.length);
  const fired = rules.map(() => 0);
  for (let i = 0; i < threads; i++) {
    const person = drawPerson(world, kind === null ? null : rng.unit() < minorsOf(world, kind), rng);
    const ever = rules.map(() => false);
    playThread(world, person, kind === null ? drawBenign(world, person, rng) : drawAdversary(world, kind, null, rng), rng, vector, () => {
      rules.forEach((fires, at) => { ever[at] ||= fires(vector); });
    });
    ever.forEach((yes, at) => { if (yes) fired[at] = (fired[at] as number) + 1; });
  }
  return fired.map((count) => count / threads);
}
