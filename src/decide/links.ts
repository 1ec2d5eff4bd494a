import type { DeliveryRow } from '../contract/delivery-table.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Message } from '../contract/message.ts';
import type { SurfaceText } from '../contract/surfaces.ts';
import type { Link, LinkReason } from '../contract/verdict.ts';
import { readEntities } from './entities.ts';
import { findLinks } from './find-links.ts';
import { PLAIN_HOSTS, type HostJudge, type MaybeReason } from './host-reasons.ts';

export interface LinkReport {
  readonly links: readonly Link[];
  /**
   * A limit was met, or a marked-up link does not say where it stands. In requests what that leaves open is one inert
   * range; elsewhere it is not listed.
   */
  readonly cut: boolean;
}

/** Reasons that say a link leads elsewhere than it seems to. */
const DECEIVING: readonly LinkReason[] = ['target-differs', 'look-alike-host', 'mixed-script'];
/** Longest part of an address that is read; a host stands at the front. */
const ADDRESS_UNITS = 2_048;

/**
 * Links of a message and which of them must not be pressable. In requests all are inert. One that deceives about where
 * it leads (`target-differs`, `look-alike-host`, `mixed-script`) is inert for everybody but the person's own contacts; the other
 * reasons only say what it is. Linear in the text up to `LIMITS.messageUnits`.
 *
 * | sender            | plain link | one that deceives             |
 * |-------------------|------------|-------------------------------|
 * | contact           | live       | live, with its reasons        |
 * | accepted          | live       | inert, with its reasons       |
 * | request, blocked  | inert      | inert, with all reasons       |
 *
 * @param hosts who tells hosts apart; without the table of public suffixes they are compared as a whole
 */
export function judgeLinks(message: Message, row: DeliveryRow, surfaces: readonly SurfaceText[], hosts: HostJudge = PLAIN_HOSTS): LinkReport {
  const request = row.careful;
  const links: Link[] = [];
  let units: number = LIMITS.messageUnits;
  let cut = false;
  for (const { name: surface, text } of surfaces) {
    const add = (start: number, end: number, seen: readonly MaybeReason[]): void => {
      const reasons = seen.filter((reason) => reason !== false);
      const deceives = reasons.some((reason) => DECEIVING.includes(reason));
      links.push({ surface, start, end, inert: request || (deceives && row.mayNotice === true), why: request ? ['request', ...reasons] : reasons });
    };
    const rest = (start: number): void => {
      cut = true;
      if (request) add(start, text.length, []);
    };
    const part = (start: number, end: number): string => text.slice(start, end).slice(0, ADDRESS_UNITS);
    const to = Math.min(text.length, units);
    units -= to;
    const { entities, cut: unread } = readEntities(surface === 'text' && message.entities, text.length);
    if (unread) rest(0);
    if (unread && request) continue;
    for (const { start, end, href } of entities) {
      const target = href.slice(0, ADDRESS_UNITS);
      // Text that shows no host and no number promises nothing; without capitals, since one of them must not hide a name.
      add(start, end, [leadsElsewhere(part(start, end).toLowerCase(), target, hosts) && 'target-differs', ...hosts.reasons(target)]);
    }
    const left = Math.max(LIMITS.links - links.length, 0);
    // Names of files (`fileName`, `attachments`) have an end as hosts do.
    const found = findLinks(text.slice(0, to), left + 1, (request && !/^[af]/.test(surface)) || hosts.isTop);
    for (const { start, end, phone } of found.slice(0, left)) {
      // One that only overlaps covers a part of this link, and the rest of it must be judged too.
      if (!entities.some((entity) => entity.start <= start && end <= entity.end)) add(start, end, phone ? ['phone-number'] : hosts.reasons(part(start, end)));
    }
    const open = found[left]?.start ?? to;
    if (open < text.length) rest(open);
  }
  return { links, cut };
}

/** Whether one of the hosts or telephone numbers that a text shows is not what the target leads to. O(shown + target), but for as many hosts as are shown. */
function leadsElsewhere(shown: string, target: string, hosts: HostJudge): boolean {
  const holder = hosts.holder(target);
  const calls = holder.startsWith('tel:');
  return findLinks(shown, ADDRESS_UNITS, calls || hosts.isTop).some(({ start, end, phone }) => {
    const named = hosts.holder((phone ? 'tel:' : '') + shown.slice(start, end));
    // `030 901820` is `+49 30 901820`; two in international form are one only if they are equal.
    return named !== holder && (calls ? (named + holder).split('+').length > 2 || named.slice(-8) !== holder.slice(-8) : !phone);
  });
}
