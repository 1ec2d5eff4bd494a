import { CATEGORIES, URGENCIES, URGENCY_REASONS } from '../contract/report-categories.ts';
import type { Report } from '../contract/report.ts';
import { base64url, id, list, oneOf, record, text, time, whole } from './form.ts';
import { BODY } from './franked-form.ts';
import { REPORT_LIMITS } from './limits.ts';

const code = text(64);
const context = record({ conversationId: id, senderId: id, recipientId: id, messageId: id, sequence: time, receivedAt: time });
/** Digits and letters of these are the moderator's to judge, one by one and with a code; here only that they are texts. */
const franking = { commitment: code, tag: record({ keyId: id, mac: code }), context };

const WHOLE = record({ shown: oneOf(['whole']), body: record({ ...BODY, 'counter?': whole() }), 'franking?': record({ ...franking, opening: code }) });
const CLOSED = record({ shown: oneOf(['closed']), franking: record(franking) });
const OUT = record({ shown: oneOf(['out']) });

const REPORT = record({
  v: oneOf([1]), id: base64url(16), createdAt: (value) => time(value) && (value as number) % 60_000 === 0, policy: id,
  category: oneOf(CATEGORIES), involvesChild: oneOf([true, false]), urgency: oneOf(URGENCIES), 'urgencyReason?': oneOf(URGENCY_REASONS),
  writing: record({ language: text(35), script: text(4), encoding: oneOf(['unicode', 'zawgyi', 'unclear']), by: oneOf(['detected', 'person']) }),
  'uiLocale?': text(35), 'region?': text(8), 'thread?': record({ conversationId: id, kind: oneOf(['direct', 'group']) }),
  accounts: list(id, REPORT_LIMITS.accounts),
  messages: list((value) => WHOLE(value) || CLOSED(value) || OUT(value), REPORT_LIMITS.messages),
  notices: list(record({ id, kind: code, level: code, reasons: list(code, 32), 'answer?': code }), REPORT_LIMITS.notices),
  'note?': text(REPORT_LIMITS.noteUnits), contact: oneOf(['none', 'status', 'reply']),
  reportedBefore: record({ times: whole(), ids: list(base64url(16), REPORT_LIMITS.earlier) }),
  'duplicates?': record({ sketches: list(record({ messageId: id, size: whole(), sketch: base64url(512) }), REPORT_LIMITS.messages), distinctSenders: whole(), 'degraded?': code }),
  about: record({ version: text(64), seal: text(16), assets: list(record({ name: text(128), sha256: text(64) }), 128) }),
});

/** Whether it is a report of version 1, within its limits and with nothing beside. */
export function isReport(value: unknown): value is Report {
  return REPORT(value);
}
