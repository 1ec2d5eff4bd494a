import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { listSurfaces } from './surfaces.ts';
import type { Link, SurfaceName } from './verdict.ts';

/** Between what a link can be made of: spaces and controls (src/decide/find-links.ts stops at these and others). */
const WORDS = /[^\0-\x20\x7f\x85\xa0\u2000-\u200a\u2028\u2029\u3000]+/g;
/** A dot, colon, at sign or slash with something behind it that does not merely close a sentence. */
const LINKISH = /[.:@/。．｡][^.,;:!?)\]"'’”»]/;

export interface PossibleLinks {
  readonly links: readonly Link[];
  /** A limit was met: what lies past it is inert whatever it is, or, past `LIMITS.surfaces`, was not looked at. */
  readonly cut: boolean;
}

/**
 * Where no engine says what is a link: every word of a message that may be one, and the whole text where a link is marked
 * up in it, all inert. Finds far too much, on purpose, and is small enough for the page. Past `LIMITS.links`, or
 * `LIMITS.messageUnits`, the rest of a surface is one range. Linear.
 */
export function possibleLinks(message: Message): PossibleLinks {
  const links: Link[] = [];
  const add = (surface: SurfaceName, start: number, end: number): void => {
    links.push({ surface, start, end, inert: true, why: ['request'] });
  };
  const list = listSurfaces(message);
  let { cut } = list;
  for (const { name, text } of list.surfaces) {
    const marked = name === 'text' && Array.isArray(message.entities) ? message.entities.length : 0;
    const read = marked > 0 ? '' : text.slice(0, LIMITS.messageUnits);
    let rest = read.length;
    for (const { 0: word, index } of read.matchAll(WORDS)) {
      if (!LINKISH.test(word)) continue;
      if (links.length >= LIMITS.links) {
        rest = index;
        break;
      }
      add(name, index, index + word.length);
    }
    if (rest < text.length) {
      add(name, rest, text.length);
      cut ||= marked === 0 || marked > LIMITS.entities;
    }
  }
  return { links, cut };
}
