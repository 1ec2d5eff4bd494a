import { SafetyError } from '../contract/errors.ts';
import type { Message } from '../contract/message.ts';
import type { MessageToReport, ReportDraft } from '../contract/report-draft.ts';
import type { PlainBody, Report, ReportedMessage, Writing } from '../contract/report.ts';
import type { Safety } from '../contract/safety.ts';
import { randomBytes, toBase64url, type Bytes } from './bytes.ts';
import { canonicalBytes } from './canonical.ts';
import { id as isId } from './form.ts';
import { REPORT_LIMITS } from './limits.ts';
import { isReport } from './parse-report.ts';
import { MINUTE_MS } from './reporting-tag.ts';
import { detectWriting } from './writing.ts';

/** What is sealed is what was built: the bytes of each preview, made once. */
const sealable = new WeakMap<Report, Bytes>();

/**
 * The report as it will leave, for the person to read first: show all of it. Frozen, and to the byte what `sealReport` seals. Nothing is sent,
 * stored or asked for. Some milliseconds for 30 messages.
 * @throws {TypeError} not of the documented types. {SafetyError} limit-exceeded: more than `REPORT_LIMITS`; input-invalid: a message of
 * another thread, or `closed` without franking
 */
export function buildReport(safety: Pick<Safety, 'about'>, draft: ReportDraft): Report {
  const messages = draft.messages ?? [];
  if (messages.length > REPORT_LIMITS.messages) throw tooMuch(`A report holds at most ${REPORT_LIMITS.messages} messages.`);
  if ((draft.note ?? '').length > REPORT_LIMITS.noteUnits) throw tooMuch(`A note is at most ${REPORT_LIMITS.noteUnits} UTF-16 units long.`);
  if (messages.length > 0 && messages.some(({ message }) => message.conversationId !== draft.thread?.conversationId)) {
    throw new SafetyError('input-invalid', 'All messages of a report are of its thread.');
  }
  const shown = inServersOrder(messages).map(shownOf);
  const { version, seal, assets } = safety.about();
  const report: Report = {
    v: 1, id: toBase64url(randomBytes(16)), createdAt: draft.now - (draft.now % MINUTE_MS), policy: draft.policy,
    category: draft.category, involvesChild: draft.involvesChild === true,
    urgency: draft.urgency ?? 'routine', ...given('urgencyReason', draft.urgencyReason),
    writing: writingOf(shown, draft.writing), ...given('uiLocale', draft.uiLocale), ...given('region', draft.region), ...given('thread', draft.thread),
    accounts: draft.accounts ?? [], messages: shown, notices: draft.notices ?? [], ...given('note', draft.note || undefined),
    contact: draft.contact ?? 'status', reportedBefore: draft.reportedBefore ?? { times: 0, ids: [] }, ...given('duplicates', draft.duplicates),
    about: { version, seal, assets: assets.map(({ name, sha256 }) => ({ name, sha256 })) },
  };
  const bytes = canonicalBytes(report);
  if (bytes.length > REPORT_LIMITS.bytes) throw tooMuch('The report is too long: take a message out, or close one.');
  // Parsed from the bytes, so that the object shares nothing with what the host holds, and says what the bytes say.
  const preview: unknown = frozen(JSON.parse(new TextDecoder().decode(bytes)));
  if (!isReport(preview)) throw new TypeError('The draft is not of the documented types, or over a limit.');
  sealable.set(preview, bytes);
  return preview;
}

/**
 * The bytes that are sealed for this preview: its canonical JSON.
 * @throws {SafetyError} not-the-preview: `buildReport` did not make it, in this page
 */
export function reportBytes(report: Report): Bytes {
  const bytes = sealable.get(report);
  if (bytes === undefined) throw new SafetyError('not-the-preview', 'Only what buildReport returned can be sealed.');
  return bytes.slice();
}

/** A late message may have come to the device after its successor; what the moderator checks is the server's order. Others keep their places. */
function inServersOrder(messages: readonly MessageToReport[]): readonly MessageToReport[] {
  const franked = messages.filter((one) => one.franked !== undefined && one.shown !== 'out');
  const sorted = [...franked].sort((a, b) => sequence(a) - sequence(b));
  return messages.map((one) => (franked.includes(one) ? sorted.shift() as MessageToReport : one));
}

function sequence({ franked }: MessageToReport): number {
  return franked?.context.sequence ?? 0;
}

function shownOf({ message, franked, attachments, shown = 'whole' }: MessageToReport): ReportedMessage {
  if (shown === 'out') return { shown };
  if (franked === undefined) {
    if (shown === 'closed') throw new SafetyError('input-invalid', 'A closed message needs franking: take it out.');
    return { shown, body: plainBody(message, attachments) };
  }
  const { body, opening, commitment, tag, context } = franked;
  return shown === 'closed' ? { shown, franking: { commitment, tag, context } } : { shown, body, franking: { opening, commitment, tag, context } };
}

/** Of what a sender or a host wrote, the number that a report can hold: no clock that is off makes a message unreportable. */
function nearest(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value) || 0));
}

function plainBody(message: Message, attachments: MessageToReport['attachments']): PlainBody {
  const { id, conversationId, kind, sentAt, text, surfaces, forwardHops, replyTo } = message;
  return {
    v: 1, conversationId, messageId: id, kind, sentAt: nearest(sentAt, Number.MAX_SAFE_INTEGER),
    senderId: message.senderId ?? (message.direction === 'outgoing' ? 'reporter' : conversationId),
    ...given('text', text ?? surfaces?.caption), ...given('attachments', attachments), ...given('forwardHops', forwardHops === undefined ? undefined : nearest(forwardHops, 255)), ...given('replyTo', isId(replyTo?.id) ? replyTo?.id : undefined),
  };
}

function writingOf(messages: readonly ReportedMessage[], corrected: ReportDraft['writing']): Writing {
  const detected = detectWriting(messages.flatMap((one) => (one.shown === 'whole' && one.body.text !== undefined ? [one.body.text] : [])));
  return corrected === undefined ? detected : { ...detected, ...corrected, by: 'person' };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [key in Name]?: Value } {
  return value === undefined ? {} : { [name]: value } as { readonly [key in Name]?: Value };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

function tooMuch(message: string): SafetyError {
  return new SafetyError('limit-exceeded', message);
}
