import type { Persona } from '../../wire.ts';
import type { Actions } from '../actions.ts';
import { isCovered, isRequest, threadOf, type Bubble, type Model } from '../model.ts';
import { CARDS } from '../personas.ts';
import { avatar } from './avatar.ts';
import { composer } from './composer.ts';
import { degradedCopy } from './degraded-copy.ts';
import { h, type Child, type VNode } from './element.ts';
import { focusSoon, focusThread } from './focus-soon.ts';
import { noticeCard } from './notice-card.ts';
import { pictureView } from './picture.ts';
import { richText } from './rich-text.ts';

/** UTF-16 units shown of a message; the rest is counted. */
const LONG = 600;

export function threadView(model: Model, act: Actions, peer: Persona): VNode {
  const card = CARDS[peer];
  const request = isRequest(model, peer);
  const relationship = model.relationships[peer];
  const relateHere = (next: 'blocked' | 'back') => () => {
    focusThread();
    return act.relate(peer, next);
  };
  return h('div', { class: 'thread', key: `thread-${peer}` },
    h('header', { class: 'thread-head' },
      h('button', { type: 'button', class: 'icon back', 'aria-label': 'Back to the list', onclick: () => { act.open(undefined); } }, '‹'),
      avatar(peer),
      h('div', { class: 'grow' },
        h('h2', { tabindex: -1, id: 'thread-title' }, card.name),
        h('p', { class: 'small' }, presence(model, peer))),
      relationship === 'blocked' && h('button', { type: 'button', class: 'quiet', onclick: relateHere('back') }, 'Unblock'),
      relationship === 'accepted' && peer === 'stranger' && h('button', { type: 'button', class: 'quiet', onclick: relateHere('blocked') }, 'Block')),
    request && requestBar(act, peer),
    h('ol', { key: 'messages', class: 'messages', 'aria-label': `Messages with ${card.name}`, tabindex: 0 },
      ...threadOf(model, peer).flatMap((bubble) => bubbleView(model, act, bubble))),
    relationship === 'blocked'
      ? h('p', { class: 'foot' }, `You blocked ${card.name}. Nothing new from them is shown.`)
      : composer(model, act, peer));
}

function presence(model: Model, peer: Persona): string {
  const there = model.peers[peer] === null ? 'not opened yet' : 'end-to-end encrypted';
  const who = { self: 'You', contact: 'In your contacts', accepted: 'Accepted', connected: 'Connected', stranger: 'Not in your contacts', restricted: 'Restricted', blocked: 'Blocked' }[model.relationships[peer]];
  return `${who} · ${there}`;
}

function requestBar(act: Actions, peer: Persona): VNode {
  const relate = (relationship: 'accepted' | 'blocked') => () => {
    focusThread();
    return act.relate(peer, relationship);
  };
  const remove = (): Promise<void> => {
    focusSoon('#list-title');
    return act.remove(peer);
  };
  return h('section', { key: 'request', class: 'request-bar', 'aria-label': 'Message request' },
    h('p', {}, 'You haven’t chatted before. Until you accept they can’t see that you have read this.'),
    h('div', { class: 'row' },
      h('button', { type: 'button', class: 'primary', onclick: relate('accepted') }, 'Accept'),
      h('button', { type: 'button', class: 'quiet', onclick: relate('blocked') }, 'Block'),
      h('button', { type: 'button', class: 'quiet', onclick: remove }, 'Delete')));
}

function bubbleView(model: Model, act: Actions, bubble: Bubble): readonly VNode[] {
  const { message, verdict, mine } = bubble;
  const text = message.text ?? message.surfaces?.caption ?? '';
  const shown = text.length > LONG ? text.slice(0, LONG) : text;
  const links = verdict?.links.filter((link) => link.surface === 'text' || link.surface === 'caption') ?? [];
  const covered = isCovered(bubble) && !bubble.opened;
  const off = !covered && links.some((link) => link.inert && link.start < shown.length);
  const degraded = verdict === undefined ? undefined : degradedCopy(verdict.degraded);
  const notices = bubble.notices.map((notice) => h('li', { key: `l-${notice.id}`, class: 'note-line' }, noticeCard(model, act, bubble, notice)));
  return [
    ...notices,
    h('li', { key: message.id, 'data-message': message.id, class: mine ? 'bubble mine' : 'bubble' },
      !covered && pictureView(bubble, act),
      covered && h('div', { key: 'covered', class: 'cover' },
        h('p', {}, 'One of your words is in it'),
        h('button', { type: 'button', class: 'quiet', onclick: () => { act.toggleOpened(bubble); } }, 'Show message')),
      !covered && h('p', { key: 'text', class: 'text', dir: 'auto' }, ...richText(shown, links.filter((link) => link.end <= shown.length)),
        shown.length < text.length && h('span', { class: 'small' }, ` … ${(text.length - shown.length).toLocaleString('en')} more characters`)),
      bubble.released === true && h('p', { key: 'released', class: 'small aside' }, 'You took this out of Hidden.'),
      off && h('p', { class: 'small aside' }, 'Links here can’t be pressed until you accept.'),
      degraded !== undefined && h('p', { class: 'small aside degraded' }, degraded),
      h('p', { class: 'small meta' }, ...meta(bubble))),
  ];
}

function meta({ message, mine, status }: Bubble): readonly Child[] {
  const time = new Date(message.sentAt);
  const clock = `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
  return [h('time', { datetime: time.toISOString() }, clock), mine && (status === 'sent' ? ' · sent' : ' · waits until they open the page')];
}
