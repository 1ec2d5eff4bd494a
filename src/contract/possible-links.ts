import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { listSurfaces } from './surfaces.ts';
import type { Link } from './verdict.ts';

/**
 * A dot, colon, at sign or slash with something behind it that does not merely close a sentence; one in brackets or spelled out; digits of any script close
 * together, as in a telephone number.
 */
const LINKISH = /[.:@/。．｡․﹒：／][^.,;:!?)\]"'’”»\s]|[[({] ?[.:]|\bdot\b|[.。．｡] ?(?:com|net|org|info|xyz|top|cn|io|\w+\/)|(?:\p{Nd}[^\p{L}\p{Nd}]{0,4}){7}/iu;

export interface PossibleLinks {
  readonly links: readonly Link[];
  /** `LIMITS.surfaces` was met, or `LIMITS.entities`: there is more than was looked at. */
  readonly cut: boolean;
}

/**
 * Where no engine says what is a link: every surface of a message that may hold one, or in which one is marked up, inert from its beginning
 * to its end. Finds far too much, on purpose, and is small enough for the page. Linear.
 */
export function possibleLinks(message: Message): PossibleLinks {
  const list = listSurfaces(message);
  const marked = Array.isArray(message.entities) ? message.entities.length : 0;
  const links = list.surfaces.filter(({ name, text }) => (name === 'text' && marked > 0) || LINKISH.test(text))
    .map(({ name, text }): Link => ({ surface: name, start: 0, end: text.length, inert: true, why: ['request'] }));
  return { links, cut: list.cut || (marked > LIMITS.entities && links[0]?.surface === 'text') };
}
