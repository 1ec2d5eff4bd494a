import type { FrankedBody, Franking } from '../contract/franking.ts';
import type { PlainBody, Report, ReportedMessage } from '../contract/report.ts';
import { checkCommitment, isOf } from './franking.ts';
import { checkReportingTag, type TagKey } from './reporting-tag.ts';

/**
 * Why an opening is refused. `tag-key-unknown`: of a server key that is not here; `tag-forged`: the server did not tag this commitment in this
 * context; `opening-forged`: the opening and the body are not what was committed to; `context-differs`: the body says another sender, conversation
 * or id than the server saw; `other-thread`: of another conversation than the report; `other-recipient`: delivered neither to who reports nor to
 * the conversation as a whole; `replayed`: a number or commitment that stands here already; `reordered`: the server had it before the one above.
 */
export type RefusedCode =
  | 'tag-key-unknown' | 'tag-forged' | 'opening-forged' | 'context-differs' | 'other-thread' | 'other-recipient' | 'replayed' | 'reordered';

export type VerifiedMessage =
  /** This account sent exactly this, in this conversation, at this time, and the server delivered it. */
  | { readonly state: 'verified'; readonly body: FrankedBody; readonly franking: Franking; readonly missing: number }
  /** This account sent something then; what, the reporter kept. */
  | { readonly state: 'closed'; readonly franking: Omit<Franking, 'opening'>; readonly missing: number }
  /** Nobody but the reporter says so. */
  | { readonly state: 'unverified'; readonly body: PlainBody }
  /** The reporter took one out here. */
  | { readonly state: 'out' }
  /** Do not read it as evidence of anything but a forged report. */
  | { readonly state: 'refused'; readonly code: RefusedCode };

export interface VerifyOptions {
  /** The server's, present and former. */
  readonly tagKeys: readonly TagKey[];
  /** Account of whoever sent the report, where the transport says it. */
  readonly reporterId?: string;
}

/**
 * What a moderator may believe of each message. `missing`: messages of the conversation between the last proven one and this one that
 * are not in the report, whoever wrote them; those that the reporter took out included. Messages of one report are proven one by
 * one, and what is refused proves nothing of the others.
 */
export async function verifyMessages(report: Report, options: VerifyOptions): Promise<readonly VerifiedMessage[]> {
  const verified: VerifiedMessage[] = [];
  const seen = new Set<string>();
  let last: number | undefined;
  for (const message of report.messages) {
    const one = await verify(message, report, options, seen, last);
    if (one.state === 'verified' || one.state === 'closed') {
      const { sequence } = one.franking.context;
      verified.push({ ...one, missing: last === undefined ? 0 : sequence - last - 1 });
      last = sequence;
    } else verified.push(one);
  }
  return verified;
}

async function verify(message: ReportedMessage, report: Report, options: VerifyOptions, seen: Set<string>, last: number | undefined): Promise<VerifiedMessage> {
  if (message.shown === 'out') return { state: 'out' };
  if (message.shown === 'whole' && message.franking === undefined) {
    return message.body.conversationId === report.thread?.conversationId ? { state: 'unverified', body: message.body } : { state: 'refused', code: 'other-thread' };
  }
  const { franking } = message as { readonly franking: Omit<Franking, 'opening'> };
  const code = await refusedTag(franking, report, options)
    ?? (message.shown === 'whole' ? await refusedOpening(message.body, message.franking as Franking) : undefined)
    ?? refusedPlace(franking, seen, last);
  if (code !== undefined) return { state: 'refused', code };
  return message.shown === 'whole'
    ? { state: 'verified', body: message.body as FrankedBody, franking: message.franking as Franking, missing: 0 }
    : { state: 'closed', franking, missing: 0 };
}

/** The server's word, before anything is believed: did it tag this, and for this thread and this reporter? */
async function refusedTag({ commitment, tag, context }: Omit<Franking, 'opening'>, { thread }: Report, { tagKeys, reporterId }: VerifyOptions): Promise<RefusedCode | undefined> {
  const key = tagKeys.find(({ id }) => id === tag.keyId);
  if (key === undefined) return 'tag-key-unknown';
  if (!await checkReportingTag(key, tag, commitment, context)) return 'tag-forged';
  if (context.conversationId !== thread?.conversationId) return 'other-thread';
  // The server's words alone: whether it was a group, the reporter may say otherwise.
  return reporterId === undefined || [context.senderId, context.recipientId].includes(reporterId) || context.recipientId === context.conversationId ? undefined : 'other-recipient';
}

/** The sender's word: is this what they committed to? */
async function refusedOpening(body: PlainBody, franking: Franking): Promise<RefusedCode | undefined> {
  if (!await checkCommitment(body as FrankedBody, franking)) return 'opening-forged';
  return isOf(body, franking.context) ? undefined : 'context-differs';
}

/**
 * Once each, and in the server's order. A message is marked as seen only when all before it holds. Its id and count are the sender's word: one who repeats
 * them would have honest reports refused.
 */
function refusedPlace({ commitment, context }: Omit<Franking, 'opening'>, seen: Set<string>, last: number | undefined): RefusedCode | undefined {
  const marks = [`${context.sequence}`, commitment];
  if (marks.some((mark) => seen.has(mark))) return 'replayed';
  if (last !== undefined && context.sequence < last) return 'reordered';
  for (const mark of marks) seen.add(mark);
  return undefined;
}
