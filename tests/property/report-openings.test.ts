import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport, verifyMessages, type Report, type ReportedMessage, type VerifiedMessage } from '../../src/report/index.ts';
import { fromBase64url, toBase64url } from '../../src/report/bytes.ts';
import { isReport } from '../../src/report/parse-report.ts';
import { canonical } from '../oracle/franking.ts';
import { Conversation, draftOf, received, SAFETY, type FrankedMessage } from '../fixtures/report/world.ts';
import { runs } from './runs.ts';

type Whole = Extract<ReportedMessage, { shown: 'whole' }>;
type Mutable = { shown: 'whole'; body: Record<string, unknown>; franking: { opening: string; commitment: string; tag: Record<string, unknown>; context: Record<string, unknown> } };

/** A thread of two with gaps, one of three, another of the same two, and one under another server key. */
const thread = new Conversation();
const group = new Conversation('group');
const second = new Conversation('ana-ben-2');
const elsewhere = new Conversation('ana-ben', { id: 'tag-9', key: new Uint8Array(32).fill(9) });
const genuine: FrankedMessage[] = [];
const foreign: FrankedMessage[] = [];
let report: Report;

beforeAll(async () => {
  for (let i = 0; i < 12; i += 1) {
    if (i % 5 === 4) thread.skip(i);
    genuine.push(await thread.send(i % 3 === 1 ? 'ana' : 'ben', `message ${i}`, i === 7 ? { attachments: [{ kind: 'image', digest: 'A'.repeat(43), key: 'AAAA' }] } : {}));
    foreign.push(await group.send(i % 2 === 0 ? 'ben' : 'eve', `message ${i}`, { recipientId: 'group' }), await elsewhere.send('ben', `message ${i}`), await second.send('ben', `message ${i}`));
  }
  foreign.push(await thread.send('ben', 'to somebody else', { recipientId: 'eve' }));
  // Senders whose ciphertext says other than what the server saw.
  for (const lie of [{ senderId: 'eve' }, { conversationId: 'ana-ben-2' }, { messageId: 'm-0' }]) foreign.push(await thread.sendLying('ben', 'hello', lie));
  report = buildReport(SAFETY, draftOf(genuine.map((one) => received(one))));
});

const copies = (): Mutable[] => structuredClone(report.messages) as unknown as Mutable[];
const asMessage = ({ body, opening, commitment, tag, context }: FrankedMessage): Mutable => structuredClone({ shown: 'whole', body, franking: { opening, commitment, tag, context } }) as unknown as Mutable;

/** Other bytes in base64url's own spelling: a bit turned, bytes cut off, a byte more. */
function spoiled(text: string, pick: number): string {
  const bytes = fromBase64url(text) as Uint8Array<ArrayBuffer>;
  if (pick % 8 === 0) return toBase64url(bytes.subarray(0, pick % bytes.length));
  if (pick % 8 === 1) return toBase64url(Uint8Array.of(...bytes, 0));
  const other = bytes.slice();
  const at = pick % bytes.length;
  other[at] = (other[at] as number) ^ (1 << (pick % 7));
  return toBase64url(other);
}

function changed(value: unknown, pick: number): unknown {
  if (typeof value === 'number') return pick % 2 === 0 ? value + 60_000 : value + 1;
  if (typeof value === 'string') return pick % 3 === 0 ? '' : pick % 3 === 1 ? `${value}\u200b` : value.slice(1);
  return [];
}

type Forgery = (messages: Mutable[], i: number, j: number, pick: number) => void;
const at = (messages: Mutable[], i: number): Mutable => messages[i] as Mutable;

/** What a dishonest reporter may try; each leaves at least one message that is not what it says. */
const FORGERIES: Readonly<Record<string, Forgery>> = {
  'an opening is spoiled': (m, i, _, pick) => { at(m, i).franking.opening = spoiled(at(m, i).franking.opening, pick); },
  'a commitment is spoiled': (m, i, _, pick) => { at(m, i).franking.commitment = spoiled(at(m, i).franking.commitment, pick); },
  'a tag is spoiled': (m, i, _, pick) => { at(m, i).franking.tag['mac'] = spoiled(at(m, i).franking.tag['mac'] as string, pick); },
  'a tag names another key': (m, i) => { at(m, i).franking.tag['keyId'] = 'tag-9'; },
  'something of the body is changed': (m, i, _, pick) => {
    const names = Object.keys(at(m, i).body);
    const name = names[pick % names.length] as string;
    at(m, i).body[name] = changed(at(m, i).body[name], pick);
  },
  'something of the body is left out': (m, i, _, pick) => {
    const names = Object.keys(at(m, i).body);
    Reflect.deleteProperty(at(m, i).body, names[pick % names.length] as string);
  },
  'something is put into the body': (m, i, _, pick) => { at(m, i).body[['forwardHops', 'note', '__proto__x', 'replyTo'][pick % 4] as string] = pick % 4 === 0 ? pick % 9 : 'x'; },
  'something of the context is changed': (m, i, _, pick) => {
    const names = Object.keys(at(m, i).franking.context);
    const name = names[pick % names.length] as string;
    at(m, i).franking.context[name] = changed(at(m, i).franking.context[name], pick);
  },
  'two messages have each other’s openings': (m, i, j) => { [at(m, i).franking.opening, at(m, j).franking.opening] = [at(m, j).franking.opening, at(m, i).franking.opening]; },
  'two messages have each other’s commitments': (m, i, j) => { [at(m, i).franking.commitment, at(m, j).franking.commitment] = [at(m, j).franking.commitment, at(m, i).franking.commitment]; },
  'two messages have each other’s bodies': (m, i, j) => { [at(m, i).body, at(m, j).body] = [at(m, j).body, at(m, i).body]; },
  'two messages have each other’s contexts and tags': (m, i, j) => {
    const [one, two] = [at(m, i).franking, at(m, j).franking];
    [one.context, two.context, one.tag, two.tag] = [two.context, one.context, two.tag, one.tag];
  },
  'two messages have each other’s places': (m, i, j) => { [m[i], m[j]] = [at(m, j), at(m, i)]; },
  'a message stands there twice': (m, i, j) => { m.splice(j, 0, structuredClone(at(m, i))); },
  'a message is of another conversation, recipient or server': (m, i, _, pick) => { m.splice(i, 0, asMessage(foreign[pick % foreign.length] as FrankedMessage)); },
  'a message to somebody else is reported as a group’s': (m, i) => { m.splice(i, 0, asMessage(foreign.find(({ context }) => context.recipientId === 'eve') as FrankedMessage)); },
  'a message of another conversation is said to be of this one': (m, i, _, pick) => {
    const other = asMessage(foreign[pick % foreign.length] as FrankedMessage);
    other.body['conversationId'] = thread.id;
    other.franking.context['conversationId'] = thread.id;
    if (pick % 2 === 0) other.franking.tag = at(m, i).franking.tag;
    else other.franking.context['recipientId'] = 'ana';
    m[i] = other;
  },
};

const tagKeys = [thread.key, { id: 'tag-9', key: new Uint8Array(32).fill(8) }];
/** What the reporter calls the conversation is theirs to say, and changes nothing. */
const judge = (messages: readonly unknown[], kind: 'direct' | 'group' = 'direct'): Promise<readonly VerifiedMessage[]> => (
  verifyMessages({ ...report, thread: { conversationId: thread.id, kind }, messages: messages as ReportedMessage[] }, { tagKeys, reporterId: 'ana' }));

/** Slow and obvious: whether what was judged is nothing but a choice of the true messages, in their order. */
function isTrue(verified: readonly VerifiedMessage[]): boolean {
  const places = verified.flatMap((one) => (one.state === 'verified' ? [genuine.findIndex((sent) => canonical(sent.body) === canonical(one.body) && canonical(sent.context) === canonical(one.franking.context))] : []));
  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] as number)));
}

describe('openings', () => {
  it('as they were sent are verified, with their gaps', async () => {
    const verified = await judge(copies());
    expect(verified.every(({ state }) => state === 'verified')).toBe(true);
    expect(isTrue(verified)).toBe(true);
    expect(verified.map((one) => (one.state === 'verified' ? one.missing : -1))).toEqual([0, 0, 0, 0, 4, 0, 0, 0, 0, 9, 0, 0]);
  });

  const names = Object.keys(FORGERIES);
  it.each(names)('are refused with a code where %s', async (name) => {
    const index = fc.nat({ max: 11 });
    await fc.assert(fc.asyncProperty(index, index, fc.nat({ max: 100_000 }), async (i, j, pick) => {
      const other = i === j ? (j + 1) % 12 : j;
      const messages = copies();
      (FORGERIES[name] as Forgery)(messages, i, other, pick);
      const isSame = canonical(messages) === canonical(report.messages);
      // A change that made nothing else of it is no forgery.
      fc.pre(!isSame);
      const verified = await judge(messages, name.includes('group') || pick % 2 === 0 ? 'group' : 'direct');
      const refused = verified.flatMap((one) => (one.state === 'refused' ? [one.code] : []));
      expect(isTrue(verified)).toBe(true);
      // What is not of a report's form does not even come so far: `openReport` refuses the whole.
      expect(refused.length > 0 || !isReport({ ...report, messages })).toBe(true);
    }), runs(Math.ceil(1_000 / names.length), 1 / names.length));
  });

  it('stay what they are where others are taken out, closed or stripped of their proof', async () => {
    const choice = fc.constantFrom('whole', 'closed', 'out', 'bare');
    await fc.assert(fc.asyncProperty(fc.array(choice, { minLength: 12, maxLength: 12 }), async (choices) => {
      const messages = copies().map((one, i) => {
        const { opening: _, ...closed } = one.franking;
        return ({ whole: one, closed: { shown: 'closed', franking: closed }, out: { shown: 'out' }, bare: { shown: 'whole', body: one.body } } as const)[choices[i] as 'whole'];
      });
      const verified = await judge(messages);
      expect(verified.map(({ state }) => state)).toEqual(choices.map((one) => ({ whole: 'verified', closed: 'closed', out: 'out', bare: 'unverified' })[one]));
      const proven = verified.flatMap((one) => (one.state === 'verified' || one.state === 'closed' ? [one] : []));
      const [first, last] = [proven[0], proven.at(-1)];
      const between = last === undefined || first === undefined ? 0 : last.franking.context.sequence - first.franking.context.sequence;
      expect(proven.reduce((sum, { missing }) => sum + missing, 0)).toBe(Math.max(0, between - (proven.length - 1)));
    }), runs(60, 0.06));
  });

  it('cannot be made by whoever has no server key, for any text', async () => {
    await fc.assert(fc.asyncProperty(fc.string(), fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat({ max: 11 }), async (text, random, i) => {
      const own = new Conversation(thread.id, { id: thread.key.id, key: random });
      const made = await own.send('ben', text);
      const messages = [...copies().slice(0, i), asMessage({ ...made, context: { ...made.context, sequence: 5 } }), asMessage(made)];
      const verified = await judge(messages);
      expect(verified.slice(i).map((one) => (one.state === 'refused' ? one.code : one.state))).toEqual(['tag-forged', 'tag-forged']);
    }), runs(60, 0.06));
  });
});

it('a body of an unproven message that is of another conversation is refused', async () => {
  const [one] = copies();
  const bare = { shown: 'whole', body: { ...(one as Mutable).body, conversationId: 'group' } } as unknown as Whole;
  expect(await judge([bare])).toEqual([{ state: 'refused', code: 'other-thread' }]);
});
