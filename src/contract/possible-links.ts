import { readEntities } from './entities.ts';
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
  /** A limit was met, or a marked-up link does not say where it stands: more is inert than may be a link. */
  readonly cut: boolean;
}

/**
 * Where no engine says what is a link: every word of a message that may be one, and every marked-up range, all inert.
 * Finds far too much, on purpose, and is small enough for the page. Past `LIMITS.links`, or `LIMITS.messageUnits`, the rest
 * of a surface is one range; so is the text where not every marked-up link is known. Linear.
 */
export function possibleLinks(message: Message): PossibleLinks {
  const links: Link[] = [];
  const add = (surface: SurfaceName, start: number, end: number): void => {
    links.push({ surface, start, end, inert: true, why: ['request'] });
  };
  const list = listSurfaces(message);
  let { cut } = list;
  for (const { name, text } of list.surfaces) {
    const marked = readEntities(name === 'text' ? message.entities : undefined, text.length);
    for (const { start, end } of marked.entities) add(name, start, end);
    const read = marked.cut ? '' : text.slice(0, LIMITS.messageUnits);
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
      cut = true;
    }
  }
  return { links, cut };
}
