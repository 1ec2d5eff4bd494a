// Threads played against a scorecard: what was said of each and when.

import { SIGNAL_NAMES } from '../../src/contract/contact-signals.ts';
import type { Silence, Stratum } from '../../src/contract/contact-scorecard.ts';
import { contactPoints } from '../../src/contract/contact-points.ts';
import { contactLevel, strongPoints } from '../../src/decide/contact-model.ts';
import { lineOf, silencesOf, stratumOf, type ContactModel } from '../../src/decide/contact-table.ts';
import type { Rng } from '../build/rng.ts';
import { GROUPS_OF_HOST, HOST_PLACES, type HostGroup } from './features.ts';
import { drawPerson, type Person } from './simulator/person.ts';
import type { Adversary } from './simulator/rates.ts';
import { drawAdversary, drawBenign, type Adaptation } from './simulator/senders.ts';
import type { Sender } from './simulator/first-contact.ts';
import { playThread } from './simulator/thread.ts';
import { streamOf, type World } from './simulator/worlds.ts';

/** What was said with all facts, or with a group of the host's missing. */
export interface Said {
  /** Number of the message at which a notice, and at which a strong one, was first due; 0 for never. */
  readonly noticeAt: number;
  readonly strongAt: number;
  readonly most: number;
  /** Most points that count for a strong notice; only while lines are chosen. */
  readonly strongMost: number;
  readonly stratum: Stratum;
  readonly silences: readonly Silence[];
}

export interface Outcome {
  readonly person: Person;
  readonly sender: Sender;
  readonly full: Said;
  /** Only where asked for. */
  readonly without: Readonly<Record<HostGroup, Said>> | null;
  /** The person had written before the notice. */
  readonly repliedBefore: boolean;
}

/** The line of a card whose lines are still to be chosen. */
export const UNDRAWN = 100_000;

class Watch {
  noticeAt = 0;
  strongAt = 0;
  most = 0;
  strongMost = 0;
  readonly #model: ContactModel;
  readonly #masked: readonly number[];
  /** Costs as much as the rest, so only where no line is drawn yet. */
  readonly #weighsStrong: boolean;
  #lines: readonly [Stratum, number, number, readonly Silence[]] | undefined;
  readonly #vector = new Uint8Array(SIGNAL_NAMES.length);

  constructor(model: ContactModel, masked: readonly number[]) {
    this.#model = model;
    this.#masked = masked;
    this.#weighsStrong = model.card.lines.none.strong === UNDRAWN;
  }

  see(message: number, vector: Uint8Array): void {
    let state = vector;
    if (this.#masked.length > 0) {
      state = this.#vector;
      state.set(vector);
      for (const place of this.#masked) state[place] = 0;
    }
    const points = contactPoints(this.#model, state);
    if (points > this.most) this.most = points;
    if (this.#weighsStrong) this.strongMost = Math.max(this.strongMost, strongPoints(this.#model, state));
    if (this.#lines === undefined) this.#lines = [stratumOf(state), lineOf(this.#model, state, stratumOf(state)), lineOf(this.#model, state, 'strong'), silencesOf(state)];
    // Levels are looked up only where one is due: facts of the host, so lines too, are the same through a thread.
    if (points < Math.min(this.#lines[1], this.#lines[2])) return;
    const level = contactLevel(this.#model, state);
    if (level === 'none') return;
    if (this.noticeAt === 0) this.noticeAt = message;
    if (level === 'strong' && this.strongAt === 0) this.strongAt = message;
  }

  said(): Said {
    return { noticeAt: this.noticeAt, strongAt: this.strongAt, most: this.most, strongMost: this.strongMost, stratum: this.#lines?.[0] ?? 'unknown', silences: this.#lines?.[3] ?? ['none'] };
  }
}

export function watchThread(world: World, person: Person, sender: Sender, model: ContactModel, rng: Rng, drops: boolean): Outcome {
  const vector = new Uint8Array(SIGNAL_NAMES.length);
  const full = new Watch(model, []);
  const dropped = drops ? GROUPS_OF_HOST.map((group) => new Watch(model, HOST_PLACES[group])) : [];
  let repliedBefore = false;
  playThread(world, person, sender, rng, vector, (message, state, replied) => {
    const before = full.noticeAt;
    full.see(message, state);
    if (before === 0 && full.noticeAt > 0) repliedBefore = replied;
    for (const watch of dropped) watch.see(message, state);
  });
  const without = drops ? Object.fromEntries(GROUPS_OF_HOST.map((group, i) => [group, (dropped[i] as Watch).said()])) as unknown as Record<HostGroup, Said> : null;
  return { person, sender, full: full.said(), without, repliedBefore };
}

/** Benign new threads as they come. @param drops every so many are also watched with each group of the host's missing */
export function* benignOutcomes(world: World, seed: number, model: ContactModel, threads: number, drops: number): Generator<Outcome> {
  const rng = streamOf(seed, `benign ${world.name}`);
  for (let i = 0; i < threads; i++) {
    const person = drawPerson(world, null, rng);
    yield watchThread(world, person, drawBenign(world, person, rng), model, rng, i % drops === 0);
  }
}

/** Harmful new threads of one kind; to minors and adults as often as this kind writes to them. */
export function* harmfulOutcomes(world: World, seed: number, kind: Adversary, model: ContactModel, adaptation: Adaptation | null, threads: number, perPerson = false): Generator<Outcome> {
  const rng = streamOf(seed, `harmful ${world.name} ${kind}${perPerson ? ' each' : ''}`);
  const toMinors = minorsOf(world, kind);
  for (let i = 0; i < threads; i++) {
    const person = drawPerson(world, rng.unit() < toMinors, rng);
    yield watchThread(world, person, drawAdversary(world, kind, adaptation, rng, perPerson), model, rng, !perPerson);
  }
}

/** Share of a kind's threads that go to minors. */
export function minorsOf({ adversaries, rates }: World, kind: Adversary): number {
  const [minors, adults] = [adversaries[kind][0] * rates.harmfulToMinors, adversaries[kind][1] * rates.harmfulToAdults];
  return minors / (minors + adults);
}
