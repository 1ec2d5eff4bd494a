import { describe, expect, it } from 'vitest';
import { communityOf, makeCascadeGraph } from '../../../models/chain/cascade/graph.ts';
import { CASCADE_RATES, CASCADE_SHAPE, middleRates } from '../../../models/chain/cascade/rates.ts';

const PEOPLE = 1_500;
const rates = middleRates();
const graph = makeCascadeGraph(rates, PEOPLE, 1);
const groups = graph.chats.filter(({ length }) => length > 2);
const pairs = graph.chats.filter(({ length }) => length === 2);
const isAcross = (chat: readonly number[]): boolean => new Set(chat.map((person) => communityOf(person, PEOPLE))).size > 1;

describe('the graph of a simulated population', () => {
  it('is the same for a seed and another for another', () => {
    const said = JSON.stringify(graph.chats);
    expect(JSON.stringify(makeCascadeGraph(rates, PEOPLE, 1).chats) === said).toBe(true);
    expect(JSON.stringify(makeCascadeGraph(rates, PEOPLE, 2).chats) === said).toBe(false);
  });

  it('has groups and pairs about as many and as large as the rates say', () => {
    const members = groups.reduce((sum, { length }) => sum + length, 0);
    expect(members / PEOPLE).toBeGreaterThan(rates.groupsEach * 0.85);
    expect(members / PEOPLE).toBeLessThan(rates.groupsEach * 1.2);
    expect(members / groups.length).toBeGreaterThan(rates.groupSize * 0.85);
    expect(members / groups.length).toBeLessThan(rates.groupSize * 1.2);
    expect((2 * pairs.length) / PEOPLE).toBeGreaterThan(rates.pairsEach * 0.8);
    expect((2 * pairs.length) / PEOPLE).toBeLessThan(rates.pairsEach * 1.1);
    expect(Math.max(...groups.map(({ length }) => length))).toBeLessThanOrEqual(CASCADE_SHAPE.groupMost);
  });

  it('names each member of a chat once, and each chat with its members', () => {
    expect(graph.chats.filter((chat) => new Set(chat).size < chat.length)).toEqual([]);
    expect([...graph.chats.keys()].filter((n) => {
      const chat = graph.chats[n] ?? [];
      return chat.some((person) => !(chat.length === 2 ? graph.pairsOf : graph.groupsOf)[person]?.includes(n));
    })).toEqual([]);
    const listed = [...graph.pairsOf, ...graph.groupsOf].reduce((sum, { length }) => sum + length, 0);
    expect(listed).toBe(graph.chats.reduce((sum, { length }) => sum + length, 0));
  });

  it('knows whoever has a one-to-one chat, both ways', () => {
    expect(pairs.every(([a, b]) => graph.knows(a as number, b as number) && graph.knows(b as number, a as number))).toBe(true);
    expect(new Set(pairs.map((pair) => pair.join(' '))).size).toBe(pairs.length);
  });

  it('has few ties across', () => {
    const share = pairs.filter(isAcross).length / pairs.length;
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(2 * rates.across);
    expect(makeCascadeGraph(middleRates({ across: 0 }), PEOPLE, 1).chats.some(isAcross)).toBe(false);
  });

  it('is clustered: two contacts of one person know each other far more often than any two do', () => {
    const contacts = graph.pairsOf.map((chats, person) => chats.map((chat) => graph.chats[chat]?.find((other) => other !== person) as number));
    let [closed, open] = [0, 0];
    for (const of of contacts.slice(0, 500)) for (const [i, a] of of.entries()) for (const b of of.slice(i + 1)) {
      open++;
      if (graph.knows(a, b)) closed++;
    }
    const anyTwo = (2 * pairs.length) / (PEOPLE * (PEOPLE - 1));
    expect(closed / open).toBeGreaterThan(5 * anyTwo);
  });

  it('can be made at both ends of every rate', () => {
    for (const name of ['groupsEach', 'groupSize', 'pairsEach', 'clustered', 'across'] as const) {
      for (const value of [CASCADE_RATES[name].low, CASCADE_RATES[name].high]) expect(makeCascadeGraph(middleRates({ [name]: value }), 400, 1).chats.length, name).toBeGreaterThan(100);
    }
  });
});
