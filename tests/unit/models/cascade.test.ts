import { describe, expect, it } from 'vitest';
import { createDevice, type Copy } from '../../../models/chain/cascade/device.ts';
import { ABOUT, normalOf, unitOf } from '../../../models/chain/cascade/draws.ts';
import { awakeFrom } from '../../../models/chain/cascade/days.ts';
import { EventQueue } from '../../../models/chain/cascade/event-queue.ts';
import { communityOf, makeCascadeGraph } from '../../../models/chain/cascade/graph.ts';
import { createPeople, wantedChats } from '../../../models/chain/cascade/person.ts';
import { CASCADE_RATES, CASCADE_SHAPE, middleRates, type CascadeRates } from '../../../models/chain/cascade/rates.ts';
import { runCascade, type CascadeRun } from '../../../models/chain/cascade/run.ts';
import { SCENARIOS, type Scenario } from '../../../models/chain/cascade/scenarios.ts';
import { seedMessages } from '../../../models/chain/cascade/seeding.ts';
import { createVersions, foundAfterChanges } from '../../../models/chain/cascade/versions.ts';

const PEOPLE = 500;
/** Lively, so that little is left to a single chance. */
const rates = middleRates({ passesOn: 0.1 });
const graph = makeCascadeGraph(rates, PEOPLE, 1);
const named = (name: string): Scenario => SCENARIOS.find((one) => one.name === name) as Scenario;
const play = (scenario: string, of: CascadeRates = rates, seed = 1, seeding: 'strangers' | 'friends' = 'strangers'): CascadeRun => runCascade(graph, of, seed, named(scenario), seeding);
const reached = (times: Float64Array): number => times.filter((at) => at < Infinity).length;
/** What people did, without what was shown to them. */
const deeds = ({ receivedAt, readAt, passedAt, counts: { seeds, sends, copies, passed } }: CascadeRun): string => JSON.stringify([[...receivedAt], [...readAt], [...passedAt], seeds, sends, copies, passed]);

describe('chances', () => {
  it('are even, and depend on what they are about alone', () => {
    const units = Array.from({ length: 4_000 }, (_, n) => unitOf(1, ABOUT.passes, n, 1));
    expect(units.reduce((sum, one) => sum + one, 0) / units.length).toBeCloseTo(0.5, 1);
    expect(unitOf(1, ABOUT.passes, 5, 1)).toBe(units[5]);
    expect(new Set([unitOf(2, ABOUT.passes, 5, 1), unitOf(1, ABOUT.wanted, 5, 1), unitOf(1, ABOUT.passes, 6, 1), unitOf(1, ABOUT.passes, 5, 0), units[5]]).size).toBe(5);
    const normals = Array.from({ length: 4_000 }, (_, n) => normalOf(1, ABOUT.kind, n));
    expect(normals.reduce((sum, one) => sum + one * one, 0) / normals.length).toBeCloseTo(1, 1);
  });

  it('of events come in order of time, equal ones as they came in', () => {
    const queue = new EventQueue<number>();
    const times = Array.from({ length: 300 }, (_, n) => Math.floor(unitOf(1, ABOUT.delay, n) * 40));
    for (const [n, at] of times.entries()) queue.push(at, n);
    const order = [...times.keys()].sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
    expect(queue.next).toBe(Math.min(...times));
    expect(times.map(() => queue.pop()?.what)).toEqual(order);
    expect(queue.pop()).toBeUndefined();
  });
});

describe('people', () => {
  it('read while they are awake, and what comes later is not read earlier', () => {
    let last = -Infinity;
    for (let minute = 0; minute < 3 * 24 * 60; minute += 7) {
      const at = awakeFrom(1, 3, minute);
      const clock = (at + CASCADE_SHAPE.begins) % (24 * 60);
      expect(at).toBeGreaterThanOrEqual(Math.max(minute, last));
      expect(clock).toBeGreaterThanOrEqual(CASCADE_SHAPE.wakes);
      expect(clock).toBeLessThan(CASCADE_SHAPE.sleeps);
      last = at;
    }
  });

  it('want so many chats that a limit of 5 after one of 20 cuts forwards by about a quarter, as WhatsApp reported', () => {
    const wanted = Array.from({ length: 20_000 }, (_, n) => wantedChats(rates, normalOf(1, ABOUT.wanted, n)));
    const sum = (most: number): number => wanted.reduce((all, one) => all + Math.min(one, most), 0);
    expect(1 - sum(5) / sum(20)).toBeGreaterThan(0.2);
    expect(1 - sum(5) / sum(20)).toBeLessThan(0.3);
  });

  it('pass on less often what they read again, what a stranger wrote, and the other side\'s text', () => {
    const will = createPeople(graph, middleRates({ passesOn: 0.5 }), 1);
    const count = (passes: (person: number) => boolean): number => Array.from({ length: PEOPLE / 2 }, (_, person) => passes(person)).filter(Boolean).length;
    const first = count((person) => will.passesOn(person, 0, 0, false));
    expect(first).toBeGreaterThan(PEOPLE / 8);
    for (const less of [count((person) => will.passesOn(person, 0, 4, false)), count((person) => will.passesOn(person, 0, 0, true)), count((person) => will.passesOn(person, 1, 0, false))]) expect(less).toBeLessThan(first * 0.8);
  });

  it('send it to chats of their own, each once', () => {
    const will = createPeople(graph, rates, 1);
    const people = Array.from({ length: 200 }, (_, person) => person);
    expect(people.every((person) => will.chatsFor(person, 0).length > 0)).toBe(true);
    expect(people.filter((person) => new Set(will.chatsFor(person, 0)).size < will.chatsFor(person, 0).length)).toEqual([]);
    expect(people.filter((person) => will.chatsFor(person, 0).some((chat) => !graph.chats[chat]?.includes(person)))).toEqual([]);
  });
});

describe('versions of a text', () => {
  it('are as far apart as changes lie between them', () => {
    const versions = createVersions(1, 0);
    const [a, b] = [versions.make(1, versions.root), versions.make(2, versions.root)];
    const c = versions.make(3, a);
    expect([versions.apart(a, a), versions.apart(versions.root, c), versions.apart(b, c)]).toEqual([0, 2, 3]);
  });

  it('are near-copies as often as was measured, and of equal ones always', () => {
    const shares = foundAfterChanges();
    expect(shares[0]).toBe(1);
    const apart = 4;
    const hits = Array.from({ length: 2_000 }, (_, seed) => {
      const versions = createVersions(seed, 0);
      let version = versions.root;
      for (let n = 0; n < apart; n++) version = versions.make(n, version);
      return versions.areNear(versions.root, version) && versions.areNear(version, versions.root);
    }).filter(Boolean).length;
    expect(hits / 2_000).toBeCloseTo(shares[apart] as number, 1);
  });
});

describe('a simulated device', () => {
  const texts = [createVersions(1, 0), createVersions(1, 1)];
  const copy = (n: number, more: Partial<Copy> = {}): Copy => ({ text: 0, version: -1, hops: 0, conversation: `c${n}`, sender: `s${n}`, relationship: 'stranger', ...more });
  const HOUR = 60;

  it('gives the card to the third side within a day, and to no second message of that week', () => {
    const device = createDevice(texts);
    expect([1, 2, 3, 4].map((n) => device.see(copy(n), n))).toEqual([undefined, undefined, 'copies', undefined]);
    expect(device.see(copy(5, { text: 1, hops: 5 }), 5)).toBeUndefined();
  });

  it('counts those who are connected once, and yesterday\'s not at all', () => {
    const connected = createDevice(texts);
    expect([1, 2, 3].map((n) => connected.see(copy(n, { conversation: 'one group' }), n))).toEqual([undefined, undefined, undefined]);
    const slow = createDevice(texts);
    expect([1, 2, 3].map((n) => slow.see(copy(n), n * 13 * HOUR))).toEqual([undefined, undefined, undefined]);
  });

  it('gives it at five hops, also for a contact, and not for what a contact wrote', () => {
    expect(createDevice(texts).see(copy(1, { hops: 5, relationship: 'contact' }), 0)).toBe('hops');
    const device = createDevice(texts);
    expect([1, 2, 3, 4].map((n) => device.see(copy(n, { relationship: 'contact' }), n))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('gives none where the week\'s tip is spent', () => {
    const device = createDevice(texts, 0);
    expect([1, 2, 3].map((n) => device.see(copy(n), n))).toEqual([undefined, undefined, undefined]);
  });

  it('does not take the mirrored text for a copy', () => {
    const device = createDevice(texts);
    expect([1, 2, 3].map((n) => device.see(copy(n, { text: n % 2 }), n))).toEqual([undefined, undefined, undefined]);
  });
});

describe('first messages', () => {
  it('reach the same people at the same time from strangers and from contacts, and each community has its text', () => {
    const [strangers, friends] = [seedMessages(graph, rates, 1, 'strangers'), seedMessages(graph, rates, 1, 'friends')];
    const keyed = new Set(strangers.map(({ at, to }) => `${at} ${to}`));
    for (const { at, to, text, pair } of friends) {
      expect(keyed).toContain(`${at} ${to}`);
      expect(communityOf(to, PEOPLE)).toBe(text);
      expect(graph.chats[pair as number]).toContain(to);
    }
    expect(strangers).toHaveLength(2 * Math.round((PEOPLE / 2) * rates.seeded));
    for (const { at } of strangers) expect(at).toBeLessThan(72 * 60);
  });
});

describe('a cascade', () => {
  it('is the same for the same seed, and another for another', () => {
    const once = play('all on the device');
    const again = play('all on the device');
    expect(deeds(again)).toBe(deeds(once));
    expect(again.counts).toEqual(once.counts);
    expect(deeds(play('all on the device', rates, 2))).not.toBe(deeds(once));
  });

  it('keeps count: whoever reads received before, whoever passes on read, and copies are as many as chats make of them', () => {
    const { receivedAt, readAt, passedAt, cardAt, counts } = play('answer in 4 h');
    const isBefore = (early: Float64Array, late: Float64Array): boolean => late.every((at, person) => at === Infinity || (early[person] as number) <= at);
    expect([isBefore(receivedAt, readAt), isBefore(readAt, passedAt), isBefore(readAt, cardAt)]).toEqual([true, true, true]);
    expect(counts.willing).toBe(counts.passed + counts.heeded + counts.gaveUp);
    expect(counts.willingWithCard).toBeLessThanOrEqual(counts.willing);
    expect(counts.cardsRead).toBeLessThanOrEqual(counts.cardsByCopies + counts.cardsByHops);
    expect(counts.copies).toBeGreaterThanOrEqual(counts.seeds);
    expect(reached(receivedAt)).toBeLessThanOrEqual(counts.copies);
  });

  it('gives nobody a second card: a person has one tip a week', () => {
    const { cardAt, counts } = play('card', middleRates({ passesOn: 0.3, readsGroup: 1, opensStranger: 1 }));
    expect(counts.cardsRead).toBeGreaterThan(30);
    expect(counts.cardsRead).toBe(reached(cardAt));
  });

  it('is exactly what it is with nothing where nobody heeds the card, gives up, or is held by a limit', () => {
    const idle = { ...rates, heeds: 0, givesUp: 0, goesRound: 1, reports: 0, reportsUnasked: 0 };
    const plain = deeds(play('nothing', idle));
    for (const { name } of SCENARIOS) expect(deeds(play(name, idle)) === plain, name).toBe(true);
    expect(play('card', idle).counts.cardsRead).toBeGreaterThan(5);
    expect(deeds(play('all on the device', { ...rates, installed: 0 })) === plain).toBe(true);
  });

  it('reaches fewer the more is done, over several seeds together', () => {
    const strong = { ...rates, heeds: 0.9, givesUp: 0.9, reports: 0.5, reportsNeeded: 1 };
    const total = (scenario: string): number => [1, 2, 3, 4].reduce((sum, seed) => sum + reached(play(scenario, strong, seed).receivedAt), 0);
    const [nothing, card, pause, device, answer] = ['nothing', 'card', 'card and pause', 'all on the device', 'answer in 4 h'].map(total) as [number, number, number, number, number];
    expect(card).toBeLessThan(nothing);
    expect(pause).toBeLessThanOrEqual(card);
    expect(device).toBeLessThan(pause);
    expect(answer).toBeLessThan(device);
  });

  it('stays with those strangers wrote to where nobody passes anything on', () => {
    const { receivedAt, passedAt, counts } = play('nothing', { ...rates, passesOn: 0 });
    expect([counts.sends, reached(passedAt)]).toEqual([0, 0]);
    expect(counts.copies).toBe(counts.seeds);
    expect(reached(receivedAt)).toBe(new Set(seedMessages(graph, rates, 1, 'strangers').map(({ to }) => to)).size);
  });

  it('stays with the community it is written for where there are no ties across', () => {
    const passes = (across: number): readonly [texts: number, people: number] => {
      const of = { ...rates, passesOn: 0.3, across, otherSide: 1 };
      const { counts, passedAt } = runCascade(makeCascadeGraph(of, PEOPLE, 1), of, 1, named('nothing'));
      return [counts.passed, reached(passedAt)];
    };
    const [texts, people] = passes(0);
    expect(texts).toBe(people);
    const [mixed, of] = passes(0.1);
    expect(mixed).toBeGreaterThan(of);
  });

  it('sends no message of a closed account', () => {
    const reporting = { ...rates, reports: 1, reportsUnasked: 1, reportsNeeded: 1 };
    expect(play('answer in 4 h', reporting).counts.seeds).toBeLessThan(play('answer in 48 h', reporting).counts.seeds);
    expect(play('answer in 48 h', reporting).counts.seeds).toBeLessThan(play('all on the device', reporting).counts.seeds);
    expect(play('answer in 4 h', reporting, 1, 'friends').counts.seeds).toBe(play('all on the device', reporting, 1, 'friends').counts.seeds);
  });

  it('can be played at both ends of every rate', () => {
    const small = makeCascadeGraph(rates, 300, 1);
    for (const [name, { low, high }] of Object.entries(CASCADE_RATES)) {
      for (const value of [low, high]) expect(runCascade(small, { ...rates, [name]: value }, 1, named('answer in 4 h')).counts.copies, name).toBeGreaterThan(0);
    }
  });
});
