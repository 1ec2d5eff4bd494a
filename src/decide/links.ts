import type { DeliveryRow } from '../contract/delivery-table.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Entity, Message } from '../contract/message.ts';
import type { SurfaceText } from '../contract/surfaces.ts';
import type { Link, LinkReason, SurfaceName } from '../contract/verdict.ts';
import { readEntities, type EntityReport } from './entities.ts';
import { findLinks, lowerAscii } from './find-links.ts';

export interface LinkReport {
  readonly links: readonly Link[];
  /**
   * A limit was met, or a marked-up link does not say where it stands. In requests what that leaves open is one inert
   * range; elsewhere it is not listed.
   */
  readonly cut: boolean;
}

const NO_ENTITIES: EntityReport = { entities: [], cut: false };

/**
 * Links of a message and which of them must not be pressable. In requests all are inert. A marked-up link whose text
 * names one host and whose target is another is inert for everybody but the person's own contacts. Linear in the text
 * up to `LIMITS.messageUnits`.
 *
 * | sender            | plain link | text names another host than the target |
 * |-------------------|------------|-----------------------------------------|
 * | contact           | live       | live, `target-differs`                  |
 * | accepted          | live       | inert, `target-differs`                 |
 * | request, blocked  | inert      | inert, both reasons                     |
 */
export function judgeLinks(message: Message, row: DeliveryRow, surfaces: readonly SurfaceText[]): LinkReport {
  const request = row.careful;
  const why: readonly LinkReason[] = request ? ['request'] : [];
  const links: Link[] = [];
  let units: number = LIMITS.messageUnits;
  let cut = false;
  const rest = (surface: SurfaceName, start: number, end: number): void => {
    cut = true;
    if (request) links.push({ surface, start, end, inert: true, why });
  };
  for (const { name, text } of surfaces) {
    const to = Math.min(text.length, units);
    units -= to;
    const { entities, cut: unread } = name === 'text' ? readEntities(message.entities, text.length) : NO_ENTITIES;
    if (unread) rest(name, 0, text.length);
    if (unread && request) continue;
    for (const entity of entities) links.push(judgeEntity(entity, text, row, request));
    const left = LIMITS.links - links.length;
    const found = findLinks(text, 0, to, Math.max(left, 0) + 1);
    for (const { start, end } of found.slice(0, Math.max(left, 0))) {
      // One that only overlaps covers a part of this link, and the rest of it must be judged too.
      if (!entities.some((entity) => entity.start <= start && end <= entity.end)) {
        links.push({ surface: name, start, end, inert: request, why });
      }
    }
    const over = found[Math.max(left, 0)];
    if (over !== undefined) rest(name, over.start, text.length);
    else if (to < text.length) rest(name, to, text.length);
  }
  return { links, cut };
}

function judgeEntity(entity: Entity, text: string, row: DeliveryRow, request: boolean): Link {
  const differs = targetDiffers(text.slice(entity.start, entity.end), entity.href);
  const why: LinkReason[] = [...(request ? ['request' as const] : []), ...(differs ? ['target-differs' as const] : [])];
  return { surface: 'text', start: entity.start, end: entity.end, inert: request || (differs && (row.mayNotice || row.careful)), why };
}

/** The text shows one host and the target has another. Text that shows no host promises nothing. */
function targetDiffers(shown: string, href: string): boolean {
  const first = findLinks(shown.slice(0, HREF_UNITS), 0, undefined, 1)[0];
  if (first === undefined) return false;
  return hostOf(shown.slice(first.start, first.end)) !== hostOf(href.slice(0, HREF_UNITS));
}

/** Longest part of a target that is read; a host stands at the front. */
const HREF_UNITS = 2_048;

/** Host without scheme, user, port, path and a leading `www.`; ASCII lower case. */
function hostOf(url: string): string {
  const scheme = url.indexOf('://');
  let host = scheme === -1 ? url : url.slice(scheme + 3);
  for (let at = 0; at < host.length; at++) {
    const unit = host[at];
    if (unit === '/' || unit === '?' || unit === '#' || unit === '\\') {
      host = host.slice(0, at);
      break;
    }
  }
  host = lowerAscii(host.slice(host.lastIndexOf('@') + 1));
  const port = host.lastIndexOf(':');
  if (port !== -1) host = host.slice(0, port);
  if (host.endsWith('.')) host = host.slice(0, -1);
  return host.startsWith('www.') ? host.slice(4) : host;
}
