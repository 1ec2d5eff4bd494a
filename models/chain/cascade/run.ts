import { forwardLimit, nextHops } from '../../../src/contract/forwarding.ts';
import { CHAIN_RULE } from '../../../src/decide/chain.ts';
import { awakeFrom } from './days.ts';
import { createDevice, type Device } from './device.ts';
import { EventQueue } from './event-queue.ts';
import type { CascadeGraph } from './graph.ts';
import { createPeople } from './person.ts';
import { CASCADE_SHAPE, HORIZON_HOURS, type CascadeRates } from './rates.ts';
import { seedMessages, type SeedMessage } from './seeding.ts';
import type { Scenario, Seeding } from './scenarios.ts';
import { createVersions } from './versions.ts';

/** One cascade of both texts. Times by person, in minutes from the first possible message; `Infinity`: never. */
export interface CascadeRun {
  readonly receivedAt: Float64Array;
  readonly readAt: Float64Array;
  readonly passedAt: Float64Array;
  /** When they first read a message with a card on it. */
  readonly cardAt: Float64Array;
  /** 1: the first copy was a stranger's. */
  readonly firstByStranger: Uint8Array;
  readonly counts: CascadeCounts;
}

export interface CascadeCounts {
  /** Messages of strangers that went out, chats that people passed it on to, and copies that came to people. */
  seeds: number; sends: number; copies: number;
  /** Of those sends, by messages that came by five hops: what the second limit is for. */
  sendsOfOften: number;
  /** Cards granted, by what showed it, and of them those whose message was opened. */
  cardsByCopies: number; cardsByHops: number; cardsRead: number;
  /** People who would pass a text on, and of them those who had seen a card of it before. */
  willing: number; willingWithCard: number;
  /** Of the willing, at the first copy that they read. */
  willingAtFirst: number;
  /** Of the willing: did, heeded a card, gave up at the pause. */
  passed: number; heeded: number; gaveUp: number;
  reports: number;
}

interface Message {
  readonly text: 0 | 1;
  readonly version: number;
  readonly hops: number;
  /** A person, or below 0 an account of a stranger. */
  readonly sender: number;
  /** -1: the sender's own, a stranger's. */
  readonly chat: number;
}
interface Event { readonly message: Message; readonly to: number; readonly read: boolean; readonly card: boolean }

const HORIZON = HORIZON_HOURS * 60;

/**
 * Plays one cascade. The same graph, rates, seed and scenario give the same run; scenarios share every chance (draws.ts).
 * O(copies · log copies + copies · copies of one person).
 */
export function runCascade(graph: CascadeGraph, rates: CascadeRates, seed: number, scenario: Scenario, seeding: Seeding = 'strangers'): CascadeRun {
  const { people, chats } = graph;
  const will = createPeople(graph, rates, seed);
  const texts = [0, 1].map((text) => createVersions(seed, text));
  const devices: (Device | undefined)[] = [];
  const queue = new EventQueue<Event>();
  const never = (): Float64Array => new Float64Array(people).fill(Infinity);
  const run: CascadeRun = {
    receivedAt: never(), readAt: never(), passedAt: never(), cardAt: never(), firstByStranger: new Uint8Array(people),
    counts: { seeds: 0, sends: 0, copies: 0, sendsOfOften: 0, cardsByCopies: 0, cardsByHops: 0, cardsRead: 0, willing: 0, willingWithCard: 0, willingAtFirst: 0, passed: 0, heeded: 0, gaveUp: 0, reports: 0 },
  };
  const { counts } = run;
  // By person and text.
  const copiesRead = new Uint16Array(people * 2);
  const isOver = new Uint8Array(people * 2);
  const hasCard = new Uint8Array(people * 2);
  const hasReported = new Uint8Array(people * 2);
  const reported: [number, number] = [0, 0];
  const closedAt: [number, number] = [Infinity, Infinity];

  const kindOf = ({ chat }: Message): 'stranger' | 'group' | 'pair' => (chat < 0 ? 'stranger' : chats[chat]?.length === 2 ? 'pair' : 'group');

  function arrive(message: Message, to: number, now: number): void {
    const { text, sender, chat } = message;
    counts.copies++;
    if (now < (run.receivedAt[to] as number)) {
      run.receivedAt[to] = now;
      run.firstByStranger[to] = chat < 0 ? 1 : 0;
    }
    const because = scenario.card && will.isInstalled(to) ? screen(message, to, now) : undefined;
    if (because === 'copies') counts.cardsByCopies++;
    if (because === 'hops') counts.cardsByHops++;
    if (!will.opens(to, text, sender, chat, kindOf(message))) return;
    const at = awakeFrom(seed, to, now + will.delay(to, text, sender, chat));
    if (at <= HORIZON) queue.push(at, { message, to, read: true, card: because !== undefined });
  }

  function screen(message: Message, to: number, now: number): 'copies' | 'hops' | undefined {
    const { sender, chat } = message;
    const device = devices[to] ??= createDevice(texts, will.isSpent(to) ? 0 : undefined);
    const isGroup = kindOf(message) === 'group';
    return device.see({
      ...message, sender: String(sender), conversation: chat < 0 ? `of ${sender}` : String(chat),
      relationship: chat < 0 ? 'stranger' : !isGroup || graph.knows(to, sender) ? 'contact' : 'connected',
    }, now);
  }

  function read(message: Message, person: number, now: number, card: boolean): void {
    const { text, chat } = message;
    const own = person * 2 + text;
    run.readAt[person] = Math.min(run.readAt[person] as number, now);
    if (card) {
      counts.cardsRead++;
      hasCard[own] = 1;
      run.cardAt[person] = Math.min(run.cardAt[person] as number, now);
    }
    report(message, person, now);
    const before = copiesRead[own] as number;
    copiesRead[own] = before + 1;
    if (isOver[own] || !will.passesOn(person, text, before, chat < 0)) return;
    isOver[own] = 1;
    counts.willing++;
    if (hasCard[own]) counts.willingWithCard++;
    if (before === 0) counts.willingAtFirst++;
    if (hasCard[own] && will.does('heeds', person, text)) counts.heeded++;
    else pass(message, person, now, card);
  }

  function report({ text }: Message, person: number, now: number): void {
    const own = person * 2 + text;
    if (scenario.answerHours === null || hasReported[own] || !will.does(hasCard[own] ? 'reports' : 'reportsUnasked', person, text)) return;
    hasReported[own] = 1;
    counts.reports++;
    reported[text]++;
    if (reported[text] === Math.round(rates.reportsNeeded)) closedAt[text] = now + scenario.answerHours * 60;
  }

  function pass(message: Message, person: number, now: number, card: boolean): void {
    const { text, hops, version, chat } = message;
    // Whoever copies the text writes a new message: no counter, no limit, no pause.
    const isCopied = will.does('copies', person, text);
    const isOften = hops >= CHAIN_RULE.hops;
    const isHeld = !isCopied && will.isInstalled(person);
    if (scenario.pause && isHeld && (card || isOften) && will.does('givesUp', person, text)) {
      counts.gaveUp++;
      return;
    }
    const wanted = will.chatsFor(person, text);
    const most = forwardLimit(hops);
    const isCut = scenario.limit && isHeld && !will.does('goesRound', person, text);
    const sent: Message = {
      text, sender: person, chat, hops: isCopied ? 0 : nextHops(hops),
      version: will.does('edits', person, text) ? texts[text]?.make(person, version) as number : version,
    };
    counts.passed++;
    run.passedAt[person] = Math.min(run.passedAt[person] as number, now);
    for (const [n, into] of (isCut ? wanted.slice(0, most) : wanted).entries()) {
      // Where it came from, it is.
      if (into === chat) continue;
      counts.sends++;
      if (isOften) counts.sendsOfOften++;
      const at = now + n * CASCADE_SHAPE.sendEach;
      for (const to of chats[into] ?? []) if (to !== person && at <= HORIZON) queue.push(at, { message: { ...sent, chat: into }, to, read: false, card: false });
    }
  }

  const seeds = seedMessages(graph, rates, seed, seeding);
  let next = 0;
  for (;;) {
    const seedAt = seeds[next]?.at ?? Infinity;
    if (seedAt <= (queue.next ?? Infinity)) {
      if (seedAt > HORIZON) break;
      const one = seeds[next++] as SeedMessage;
      if (one.pair === undefined && seedAt > closedAt[one.text]) continue;
      counts.seeds++;
      arrive(seeded(one, graph, texts[one.text]?.root as number), one.to, seedAt);
      continue;
    }
    const event = queue.pop();
    if (event === undefined) break;
    const { at, what: { message, to, read: isRead, card } } = event;
    if (isRead) read(message, to, at, card);
    else arrive(message, to, at);
  }
  return run;
}

function seeded({ text, to, account, pair }: SeedMessage, { chats }: CascadeGraph, version: number): Message {
  if (pair === undefined) return { text, version, hops: 0, sender: -1 - account, chat: -1 };
  const sender = chats[pair]?.find((member) => member !== to) as number;
  return { text, version, hops: 0, sender, chat: pair };
}
