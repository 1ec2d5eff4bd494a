import { CONTACT_CALIBRATIONS } from '../../build/contact-card.gen.ts';
import { CONTACT_TABLES } from '../../build/contact-tables.gen.ts';
import { contactSignals } from '../contract/contact-facts.ts';
import { contactPoints, lineAt, STRONG_LINE, stratumNumber } from '../contract/contact-points.ts';
import { bucketsOf, SIGNAL_PLACE, signalVector, type SignalName } from '../contract/contact-signals.ts';
import type { Explanation, ScreenItem, TextExplanation, TextReply } from '../contract/engine.ts';
import { GROUP_MOST } from '../contract/group-most.ts';
import type { AskedContact, ContactDeserved, ContactTables, Deserved, Said, Told } from '../contract/notices.ts';
import { cueKinds, type FoundParts } from '../contract/text-cues.ts';
import type { RunningNotices } from './notices.ts';

// What the notice worker is asked about whoever writes, made in the page, where what the app knows of them is, and what is behind a notice. Loaded with the first message of a new thread, and for `inward/testing`.

export { CONTACT_TABLES };

const HINTED: readonly SignalName[] = ['newMinors', 'strangers', 'acceptRatio'];
const COUNTED: readonly SignalName[] = ['initiator', 'unanswered', 'reciprocity'];
const NAMED: readonly SignalName[] = ['likeBlocked', 'nameSame', 'nameNear', 'nameClaims'];
const LOOKED_FOR: readonly SignalName[] = ['cueMove', 'cueSecret', 'cuePersonal', 'cueGifts'];

/**
 * The question about a message's thread; `undefined` where no answer could be a notice, so that most threads are not even counted: in groups of more than `GROUP_MOST` and those of an unknown
 * number, and where all that may still be counted could not reach a line. What the person writes is asked about wherever what they get could be: else its count would begin in the middle.
 * @param said with what the sender's name shows @param hinted a hint comes along, which nobody verified yet @param found parts of cues in its text @param late as `AskedContact` @param every also where no notice could be the answer
 */
function askContact(
  { message: { direction }, context: { me, peer, conversation }, thread, cues }: ScreenItem, said: Pick<Said, 'alike' | 'name'> | undefined, hinted: boolean, found: FoundParts | undefined, late: boolean | undefined, every: boolean,
): AskedContact | undefined {
  const isGroup = conversation?.kind === 'group' && conversation.memberCount !== 2;
  const mine = direction === 'outgoing';
  if (isGroup && (mine || thread !== 'begins' || (conversation.memberCount ?? Infinity) > GROUP_MOST)) return undefined;
  const vector = [...signalVector(contactSignals({
    host: { ...peer, myAge: me?.ageBand ?? 'unknown', theirAge: peer?.ageBand ?? 'unknown' },
    // Whoever is no contact stands in no address book.
    device: { ...peer, ...said?.name, inAddressBook: false, ...(said?.alike ? { likeBlocked: 'name' as const } : {}) },
  }))];
  const open: readonly SignalName[] = [...cues ? LOOKED_FOR : [], ...hinted || (mine && peer?.hint) ? HINTED : [], ...mine && peer?.name ? NAMED : [], ...isGroup ? [] : COUNTED];
  return every || canReach(vector, open) ? { vector, mine, begins: thread === 'begins', late, uncounted: isGroup, cues: cues ? mine ? 0 : cueKinds(found ?? []) : undefined } : undefined;
}

/** Whether a notice may come of it once `open` is counted, at the most that it can say. */
function canReach(vector: readonly number[], open: readonly SignalName[]): boolean {
  const { table } = CONTACT_TABLES;
  const most = [...vector];
  for (const name of open) most[SIGNAL_PLACE[name]] = bucketsOf(name).length;
  const lines = [stratumNumber(table, vector), STRONG_LINE].flatMap((level) => [lineAt(table, vector, level), lineAt(table, most, level)]);
  return contactPoints(table, most) >= Math.min(...lines);
}

/**
 * The questions about these messages, each in its place.
 * @param isRecorded a thread that was counted before these; the person's own message always counts in one that is counted @param late of each, as `AskedContact`
 */
export function askAll(
  items: readonly ScreenItem[], replies: readonly (TextReply | undefined)[], isRecorded: (item: ScreenItem) => boolean, late: readonly boolean[], hintOf: (item: ScreenItem) => Told['hint'],
): readonly (AskedContact | undefined)[] {
  const begun = new Set<string>();
  return items.map((item, n) => {
    const { thread, message: { conversationId, direction } } = item;
    const isBegun = begun.has(conversationId) || isRecorded(item);
    if (thread !== 'begins' && !(thread && isBegun)) return undefined;
    const asked = askContact(item, replies[n]?.said, hintOf(item) !== undefined, replies[n]?.cues, late[n], direction === 'outgoing' && isBegun);
    if (asked) begun.add(conversationId);
    return asked;
  });
}

const NOBODY: Explanation['contact'] = { level: 'none', score: 0, reasons: [] };

/** What is behind the notices of these messages. @param each what the text engine says of them @param toldOf what the notice worker is told of one @param running the worker, with what it needs for it */
export async function explainAll(
  items: readonly ScreenItem[], each: readonly TextExplanation[], asThread: boolean, toldOf: (item: ScreenItem, said: Told['said'], contact: Told['contact']) => Told,
  running: (scam: boolean, contacts?: ContactTables) => Promise<Pick<RunningNotices, 'explain' | 'readHints'>>,
): Promise<readonly Explanation[]> {
  const told = items.map((item, n) => {
    const { said, named, cues } = each[n] as TextExplanation;
    const contact = item.thread && askContact(item, named, false, cues, false, true);
    // By itself, a message of somebody one accepted says nothing of how the thread went.
    return toldOf(item, said && { scam: said, alike: false }, contact && { ...contact, uncounted: contact.uncounted || (!asThread && !contact.begins) });
  });
  const [isScam, isContact] = [told.some(({ said }) => said), told.some(({ contact }) => contact)];
  const engine = isScam || isContact || told.some(({ hint }) => hint) ? await running(isScam, isContact ? CONTACT_TABLES : undefined) : undefined;
  const hints = await engine?.readHints(told);
  const deserved = await engine?.explain(told);
  return each.map(({ said, named: _, cues: _cues, ...plain }, n): Explanation => {
    const { contact, ...scam }: Partial<Deserved> = deserved?.[n] ?? {};
    const hint = hints?.[n];
    return {
      scam: said ? { ...plain.scam, ...scam } : plain.scam, contact: contact ? explainedContact(items[n] as ScreenItem, contact) : NOBODY,
      features: plain.features, ...hint && { hint },
    };
  });
}

/** `score` is the share of such threads that mean harm, in the simulator that the scorecard learned from. */
function explainedContact({ context }: ScreenItem, { level, points, reasons }: ContactDeserved): Explanation['contact'] {
  const steps = CONTACT_CALIBRATIONS[context.me?.ageBand === 'adult' ? 'adults' : 'minors'];
  return { level, score: steps.filter(([from]) => points >= from).at(-1)?.[1] ?? 0, reasons };
}
