import { describe, expect, it } from 'vitest';
import { SIGNAL_NAMES, SIGNAL_PLACE, bucketsOf } from '../../../src/contract/contact-signals.ts';
import { adaptTo, tryPlans, unseenADay } from '../../../models/contact/simulator/adapt.ts';
import { drawPerson } from '../../../models/contact/simulator/person.ts';
import { ADVERSARIES, ADVERSARY_SHARES, BENIGN_ROLES, BENIGN_SHARES, COLUMNS, MEDIANS, RATES, ROLE_RATES } from '../../../models/contact/simulator/rates.ts';
import { contactsWeek, drawAdversary, drawBenign } from '../../../models/contact/simulator/senders.ts';
import { EFFORT_MOST, plansOf } from '../../../models/contact/simulator/tactics.ts';
import { playThread } from '../../../models/contact/simulator/thread.ts';
import { JUDGED_WORLDS, makeWorld, streamOf, TRAINING_WORLDS, WORLDS } from '../../../models/contact/simulator/worlds.ts';

const vector = new Uint8Array(SIGNAL_NAMES.length);

function play(worldName: string, seed: number, threads: number): string {
  const world = makeWorld(worldName, seed);
  const rng = streamOf(seed, 'test');
  const lines: string[] = [];
  for (let i = 0; i < threads; i++) {
    const person = drawPerson(world, null, rng);
    playThread(world, person, drawBenign(world, person, rng), rng, vector, (message) => { lines.push(`${message} ${vector.join('')}`); });
  }
  return lines.join('\n');
}

describe('the rates', () => {
  it('each have a middle in their range and a source', () => {
    for (const [name, { low, middle, high, source }] of Object.entries(RATES)) {
      expect(low <= middle && middle <= high && low < high, name).toBe(true);
      expect(source.length, name).toBeGreaterThan(0);
    }
  });

  it('have a row for every role and a number for every column', () => {
    for (const role of [...BENIGN_ROLES, ...ADVERSARIES]) {
      expect(ROLE_RATES[role], role).toHaveLength(COLUMNS.length);
      ROLE_RATES[role].forEach((value, at) => {
        const column = COLUMNS[at] as (typeof COLUMNS)[number];
        expect(value >= 0 && (MEDIANS.includes(column) || value <= 1), `${role} ${column}`).toBe(true);
      });
    }
    for (const shares of [BENIGN_SHARES, ADVERSARY_SHARES]) {
      for (const side of [0, 1] as const) expect(Object.values(shares).reduce((sum, share) => sum + share[side], 0)).toBeCloseTo(100, 9);
    }
  });
});

describe('worlds', () => {
  it('draw every swept rate from its range, and the middle world does not', () => {
    const middle = makeWorld('middle', 5);
    for (const [name, rate] of Object.entries(RATES)) expect(middle.rates[name as keyof typeof RATES]).toBe(rate.middle);
    for (const name of [...TRAINING_WORLDS.slice(1), ...Object.keys(JUDGED_WORLDS)]) {
      const { rates } = makeWorld(name, 5);
      const set = JUDGED_WORLDS[name as keyof typeof JUDGED_WORLDS]?.rates ?? {};
      for (const key of Object.keys(RATES) as (keyof typeof RATES)[]) {
        if (key in set) continue;
        expect(rates[key] >= RATES[key].low && rates[key] <= RATES[key].high, `${name} ${key}`).toBe(true);
        expect(rates[key], `${name} ${key}`).not.toBe(RATES[key].middle);
      }
    }
  });

  it('differ by seed, and are the same for the same seed', () => {
    for (const name of WORLDS) {
      const [a, again, b] = [play(name, 3, 40), play(name, 3, 40), play(name, 4, 40)];
      expect(again).toBe(a);
      expect(b).not.toBe(a);
    }
    expect(() => makeWorld('nowhere', 1)).toThrow(RangeError);
  });
});

describe('threads', () => {
  it('hold only bytes that stand for a bucket, one state a message, and an answer resets what is unanswered', () => {
    const world = makeWorld('gaming', 2);
    const rng = streamOf(2, 'threads');
    // One look at the vector a thread: comparing every byte of 6,000 states one by one takes seconds.
    const widest = SIGNAL_NAMES.map((name) => bucketsOf(name).length);
    let resets = 0;
    for (let i = 0; i < 600; i++) {
      const person = drawPerson(world, null, rng);
      const sender = i % 3 === 0 ? drawAdversary(world, person.age === 'adult' ? 'crossBorder' : 'mass', null, rng) : drawBenign(world, person, rng);
      let before = 0;
      let count = 0;
      playThread(world, person, sender, rng, vector, (message, state, replied) => {
        if (message !== ++count) throw new Error('A message was passed over.');
        if (state.some((byte, place) => byte > (widest[place] as number))) throw new Error(`No bucket: ${state.join(' ')}`);
        const unanswered = state[SIGNAL_PLACE.unanswered] as number;
        if (unanswered < before) resets += replied ? 1 : -1_000;
        before = unanswered;
      });
      expect(count).toBeGreaterThanOrEqual(1);
    }
    expect(resets).toBeGreaterThan(100);
  });

  it('never carry facts of what an adult has not been asked: cues are off for most of them', () => {
    const world = makeWorld('middle', 1);
    const rng = streamOf(1, 'cues');
    const people = Array.from({ length: 4_000 }, () => drawPerson(world, null, rng));
    const share = (minor: boolean): number => {
      const some = people.filter(({ age }) => (age !== 'adult') === minor);
      return some.filter(({ cues }) => cues).length / some.length;
    };
    expect(share(false)).toBeLessThan(0.1);
    expect(share(true)).toBeGreaterThan(0.5);
  });
});

describe('adversaries', () => {
  const world = makeWorld('middle', 1);

  it('stay within their effort, and choose what the scorecard does not see', () => {
    for (const kind of ADVERSARIES) {
      for (const plan of plansOf(kind)) expect(plan.effort).toBeLessThanOrEqual(EFFORT_MOST);
    }
    // A scorecard that looks at the age of the account alone is answered with old accounts.
    const byAge = adaptTo(world, (state) => (state[SIGNAL_PLACE.accountAge] as number) >= 3, 1);
    expect(byAge.mass[0]?.tactics).not.toContain('aged');
    expect(byAge.mass[EFFORT_MOST]?.tactics).toContain('aged');
    expect(byAge.mass[EFFORT_MOST]?.tactics).not.toContain('slowest');
    // One that looks at rates alone is answered with fewer contacts.
    const byRate = adaptTo(world, (state) => (state[SIGNAL_PLACE.newMinors] as number) >= 3, 1);
    expect(byRate.mass[EFFORT_MOST]?.tactics.some((name) => name === 'slow' || name === 'slowest')).toBe(true);
  });

  it('are met as often as they contact people', () => {
    const slow = { ...adaptTo(world, () => false, 1), mass: Array.from({ length: EFFORT_MOST + 1 }, () => ({ tactics: ['slowest' as const], effort: 0, yield: 1 })) };
    const share = (perPerson: boolean): number => {
      const rng = streamOf(9, 'met');
      const senders = Array.from({ length: 400 }, () => drawAdversary(world, 'mass', slow, rng, perPerson));
      return senders.filter(({ tactics }) => tactics.length > 0).length / senders.length;
    };
    expect(share(true)).toBeGreaterThan(0.4);
    expect(share(false)).toBeLessThan(0.1);
  });

  it('count contacts a day that nobody is told of', () => {
    const none = unseenADay(tryPlans(world, 'mass', () => false, 1, 200));
    const all = unseenADay(tryPlans(world, 'mass', () => true, 1, 200));
    expect(all.contacts).toBe(0);
    expect(none.contacts).toBeGreaterThan(4);
    expect(contactsWeek(drawAdversary(world, 'mass', null, streamOf(1, 'one')))).toBeGreaterThanOrEqual(1);
  });
});
