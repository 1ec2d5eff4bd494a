import type { Link } from 'inward';
import { h, type Child } from './element.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Text cut at links and hits, so that each part is a text node of its own. Ranges are half-open UTF-16. */
export function richText(text: string, links: readonly Link[], hits: readonly Range[] = []): readonly Child[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...links, ...hits]) cuts.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1] ?? start;
    const part = text.slice(start, end);
    const hit = hits.some((range) => range.start <= start && end <= range.end);
    const shown: Child = hit ? h('mark', {}, part) : part;
    const covering = links.filter((range) => range.start <= start && end <= range.end);
    // Ranges may overlap: one that is inert wins.
    const link = covering.find((range) => range.inert) ?? covering[0];
    return link === undefined ? shown : linked(link, text.slice(link.start, link.end), shown);
  });
}

function linked(link: Link, address: string, shown: Child): Child {
  const href = hrefOf(address);
  if (link.inert || href === undefined) {
    return h('span', { class: 'link-off', title: 'Links from people you don’t know can’t be pressed.' }, shown);
  }
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, shown);
}

/** Only the web: any other scheme stays text. */
function hrefOf(address: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(whole)) return undefined;
  const { protocol, href } = new URL(whole);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
