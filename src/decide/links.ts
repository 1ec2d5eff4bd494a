import type { DeliveryRow } from '../contract/delivery-table.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Message } from '../contract/message.ts';
import type { SurfaceText } from '../contract/surfaces.ts';
import type { Link, LinkReason, SurfaceName } from '../contract/verdict.ts';
import { readEntities, type EntityReport } from './entities.ts';
import { findLinks } from './find-links.ts';
import { PLAIN_HOSTS, type HostJudge } from './host-reasons.ts';

export interface LinkReport {
  readonly links: readonly Link[];
  /**
   * A limit was met, or a marked-up link does not say where it stands. In requests what that leaves open is one inert
   * range; elsewhere it is not listed.
   */
  readonly cut: boolean;
}

const NO_ENTITIES: EntityReport = { entities: [], cut: false };
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
  const add = (surface: SurfaceName, start: number, end: number, reasons: readonly LinkReason[] = []): void => {
    const deceives = reasons.some((reason) => DECEIVING.includes(reason));
    links.push({ surface, start, end, inert: request || (deceives && row.mayNotice), why: request ? ['request', ...reasons] : reasons });
  };
  const rest = (surface: SurfaceName, start: number, end: number): void => {
    cut = true;
    if (request) add(surface, start, end);
  };
  for (const { name, text } of surfaces) {
    const to = Math.min(text.length, units);
    units -= to;
    const { entities, cut: unread } = name === 'text' ? readEntities(message.entities, text.length) : NO_ENTITIES;
    if (unread) rest(name, 0, text.length);
    if (unread && request) continue;
    for (const { start, end, href } of entities) {
      const target = href.slice(0, ADDRESS_UNITS);
      const shown = text.slice(start, Math.min(end, start + ADDRESS_UNITS));
      // Text that shows no host promises nothing.
      const [first] = findLinks(shown, 1);
      const differs = first !== undefined && first.phone !== true && !hosts.same(shown.slice(first.start, first.end), target);
      add(name, start, end, [...(differs ? ['target-differs' as const] : []), ...hosts.reasons(target)]);
    }
    const left = Math.max(LIMITS.links - links.length, 0);
    const found = findLinks(text.slice(0, to), left + 1);
    for (const { start, end, phone } of found.slice(0, left)) {
      // One that only overlaps covers a part of this link, and the rest of it must be judged too.
      if (!entities.some((entity) => entity.start <= start && end <= entity.end)) {
        add(name, start, end, phone ? ['phone-number'] : hosts.reasons(text.slice(start, Math.min(end, start + ADDRESS_UNITS))));
      }
    }
    const over = found[left];
    if (over !== undefined) rest(name, over.start, text.length);
    else if (to < text.length) rest(name, to, text.length);
  }
  return { links, cut };
}
