import type { Link } from 'inward';
import type { Actions } from '../actions.ts';
import type { Bubble, Model } from '../model.ts';
import { h, type Child, type VNode } from './element.ts';

/** Spelled out one by one; of more the rest stays closed in the text alone. */
const SHOWN = 3;

/** Each closed link of a message by itself: what it says, where it goes, why it is closed, and the way to open it all the same. */
export function closedLinks(model: Model, act: Actions, { message, verdict }: Bubble): readonly Child[] {
  const text = message.text ?? message.surfaces?.caption ?? '';
  const surface = message.text === undefined ? 'caption' : 'text';
  const closed = verdict?.links.filter((link) => link.inert && link.surface === surface) ?? [];
  const hrefs = closed.map((link) => hrefOf(message.entities, link, text));
  const whole = closed.some(({ start, end }) => start === 0 && end >= text.length && text.includes(' '));
  if (closed.length === 0) return [];
  // Without the engine nobody knows where in the text they are.
  if (whole) return [h('p', { key: 'links-off', class: 'small aside' }, 'Links here can’t be pressed until you accept.')];
  return [
    ...closed.slice(0, SHOWN).map((link, at) => h('inward-link', {
      key: `link-${link.start}-${link.end}`, '.text': text.slice(link.start, link.end), '.href': hrefs[at], '.why': link.why,
      'on:inward-open': (event: CustomEvent<{ readonly href: string }>) => {
        event.preventDefault();
        act.inbox.wouldOpen(event.detail.href);
      },
    })),
    closed.length > SHOWN && h('p', { key: 'links-more', class: 'small aside' }, `${closed.length - SHOWN} more stay closed until you accept.`),
    model.inbox.wouldOpen !== undefined && hrefs.some((href) => sameAddress(href, model.inbox.wouldOpen)) && wouldOpen(model.inbox.wouldOpen),
  ];
}

function wouldOpen(href: string): VNode {
  return h('p', { key: 'would-open', class: 'small aside' }, 'A new tab would open here: ', h('bdi', { dir: 'ltr' }, href), ' The addresses of the playground lead nowhere, so it stays closed.');
}

/** Where it really goes: the target that is marked up, a number to call, or the text itself. */
function hrefOf(entities: Bubble['message']['entities'], { start, end, why }: Link, text: string): string {
  const marked = entities?.find((one) => one.start < end && start < one.end);
  const shown = text.slice(start, end);
  return marked?.href ?? (why.includes('phone-number') ? `tel:${shown.replaceAll(/[^\d+]/g, '')}` : shown);
}

function sameAddress(href: string, opened: string | undefined): boolean {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `https://${href}`;
  return URL.canParse(whole) && new URL(whole).href === opened;
}
