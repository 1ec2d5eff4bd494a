import { CONTACT_STRIDE } from '../contract/contact-points.ts';
import type { ContactScorecard } from '../contract/contact-scorecard.ts';
import { bucketsOf, SIGNAL_NAMES, SIGNAL_PLACE, type SignalName } from '../contract/contact-signals.ts';
import type { ContactTables } from '../contract/notices.ts';
import { CONTACT_EVIDENCE, CONTACT_FACTS } from './contact-told.ts';
import { contactModel } from './contact-table.ts';
import { noticeActions } from './notice-actions.ts';

/**
 * What the notice worker judges contacts by, packed at the build (`build/contact-tables.gen.ts`): it knows no signal by name.
 * @throws {RangeError} a card of another form, or one with points for which there is no fact
 */
export function contactTables(card: ContactScorecard): ContactTables {
  const { card: _, ...table } = contactModel(card);
  const reasons = SIGNAL_NAMES.flatMap((name) => {
    const told = CONTACT_FACTS[name] ?? [];
    const fact = (byte: number): ContactTables['reasons'][number] => (typeof told === 'string' ? told : told[byte - 2]) ?? '';
    return Array.from({ length: CONTACT_STRIDE }, (_unused, byte) => (byte < 2 || byte > bucketsOf(name).length ? '' : fact(byte)));
  });
  const isTold = table.points.every((points, at) => points === 0 || (reasons[at] !== '' && CONTACT_EVIDENCE[SIGNAL_NAMES[Math.floor(at / CONTACT_STRIDE)] as SignalName]))
    && card.pairs.every(({ both }) => both.some(([name, bucket]) => reasons[SIGNAL_PLACE[name] * CONTACT_STRIDE + bucketsOf(name).indexOf(bucket) + 1]) && CONTACT_EVIDENCE[both[0][0]]);
  if (!isTold) throw new RangeError('The contact scorecard gives points for which there is no fact to state.');
  const { initiator, newMinors, unanswered, reciprocity, cueMove } = SIGNAL_PLACE;
  return {
    table, reasons, evidence: SIGNAL_NAMES.map((name) => CONTACT_EVIDENCE[name] ?? ''),
    actions: [noticeActions('contact', 'tip', 'adult'), noticeActions('contact', 'tip', 'unknown')],
    places: { initiator, hint: newMinors, unanswered, reciprocity, cues: cueMove },
  };
}
