import { createRng } from '../../build/rng.ts';
import { exactExp } from '../../build/exact-math.ts';
import { ABOUT, logNormalOf, normalOf, unitOf, wholeOf } from './draws.ts';
import { communityOf, type CascadeGraph } from './graph.ts';
import { CASCADE_SHAPE, type CascadeRates } from './rates.ts';

/** What a person would do, drawn from the seed: the same in every scenario. */
export interface People {
  isInstalled(person: number): boolean;
  isSpent(person: number): boolean;
  /** @param rate `heeds`, `givesUp`, `goesRound`, `reports`, `reportsUnasked`, `edits` or `copies`: whether this person is one of that share, for that text */
  does(rate: keyof typeof HABITS, person: number, text: number): boolean;
  /** @param before copies of the text that they read before this one */
  passesOn(person: number, text: number, before: number, byStranger: boolean): boolean;
  opens(person: number, text: number, from: number, chat: number, kind: 'stranger' | 'group' | 'pair'): boolean;
  /** Minutes until they read it, awake. */
  delay(person: number, text: number, from: number, chat: number): number;
  /** Chats they would like to send it to, in order. */
  chatsFor(person: number, text: number): readonly number[];
}

const HABITS = { heeds: ABOUT.heeds, givesUp: ABOUT.givesUp, goesRound: ABOUT.goesRound, reports: ABOUT.reports, reportsUnasked: ABOUT.reports, edits: ABOUT.edits, copies: ABOUT.copies } as const;

export function createPeople({ people, groupsOf, pairsOf }: CascadeGraph, rates: CascadeRates, seed: number): People {
  const odds = Float64Array.from({ length: people }, (_, person) => exactExp(CASCADE_SHAPE.passSigma * normalOf(seed, ABOUT.kind, person)));
  return {
    isInstalled: (person) => unitOf(seed, ABOUT.installed, person) < rates.installed,
    isSpent: (person) => unitOf(seed, ABOUT.spent, person) < rates.budgetSpent,
    does: (rate, person, text) => unitOf(seed, HABITS[rate], person, text) < rates[rate],
    passesOn(person, text, before, byStranger) {
      let p = rates.passesOn * (byStranger ? rates.ofStranger : 1) * (communityOf(person, people) === text ? 1 : rates.otherSide);
      for (let i = 0; i < before; i++) p *= rates.wearsOff;
      const own = (p / (1 - p)) * (odds[person] ?? 1);
      return unitOf(seed, ABOUT.passes, person, text, before) < own / (1 + own);
    },
    opens(person, text, from, chat, kind) {
      const share = kind === 'stranger' ? rates.opensStranger : kind === 'group' ? rates.readsGroup : CASCADE_SHAPE.readsPair;
      return unitOf(seed, ABOUT.opens, person, from, chat, text) < share;
    },
    delay: (person, text, from, chat) => logNormalOf(rates.readDelay, CASCADE_SHAPE.delaySigma, normalOf(seed, ABOUT.delay, person, from, chat * 2 + text)),
    chatsFor(person, text) {
      const wanted = wantedChats(rates, normalOf(seed, ABOUT.wanted, person, text));
      const rng = createRng(wholeOf(seed, ABOUT.chats, person, text));
      const left: readonly [number[], number[]] = [[...groupsOf[person] ?? []], [...pairsOf[person] ?? []]];
      const chosen: number[] = [];
      while (chosen.length < wanted && left[0].length + left[1].length > 0) {
        const [first, second] = rng.unit() < rates.toGroups ? left : [left[1], left[0]] as const;
        const from = first.length > 0 ? first : second;
        chosen.push(...from.splice(rng.below(from.length), 1));
      }
      return chosen;
    },
  };
}

/** How many chats somebody would send it to, if nothing stopped them. */
export function wantedChats({ chatsWanted }: Pick<CascadeRates, 'chatsWanted'>, normal: number): number {
  return Math.min(Math.max(Math.round(logNormalOf(chatsWanted, CASCADE_SHAPE.wantedSigma, normal)), 1), CASCADE_SHAPE.wantedMost);
}
