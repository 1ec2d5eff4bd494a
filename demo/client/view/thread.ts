import type { Actions } from '../actions.ts';
import { cardOf, isCovered, isRequest, relationshipOf, threadOf, type Bubble, type Model } from '../model.ts';
import type { PeerId } from '../personas.ts';
import { attachments } from './attachments.ts';
import { avatar } from './avatar.ts';
import { closedLinks } from './closed-links.ts';
import { composer } from './composer.ts';
import { degradedCopy } from './degraded-copy.ts';
import { h, type Child, type VNode } from './element.ts';
import { focusSoon, focusThread } from './focus-soon.ts';
import { noticeCard } from './notice-card.ts';
import { reportButtons } from './report-sheet.ts';
import { requestCard } from './request-card.ts';
import { richText } from './rich-text.ts';

/** UTF-16 units shown of a message; the rest is counted. */
const LONG = 600;

export function threadView(model: Model, act: Actions, peer: PeerId): VNode {
  const card = cardOf(model, peer);
  const blocked = relationshipOf(model, peer) === 'blocked';
  const lines = messages(model, act, peer);
  return h('div', { class: 'thread', key: `thread-${peer}` },
    h('header', { class: 'thread-head' },
      h('button', { type: 'button', class: 'icon back', 'aria-label': 'Back to the list', onclick: () => { act.open(undefined); } }, '‹'),
      avatar(card),
      h('div', { class: 'grow' },
        h('h2', { tabindex: -1, id: 'thread-title' }, card.name),
        h('p', { class: 'small' }, presence(model, peer))),
      ...relations(model, act, peer)),
    h('div', { key: 'messages', class: 'messages', tabindex: 0, role: 'region', 'aria-label': `Chat with ${card.name}` },
      isRequest(model, peer) ? requestCard(model, act, peer, lines) : lines),
    blocked
      ? h('p', { class: 'foot' }, `You blocked ${card.name}. Nothing new from them is shown.`)
      : composer(model, act, peer));
}

/** What can be changed about somebody who is no request. */
function relations(model: Model, act: Actions, peer: PeerId): readonly Child[] {
  const relationship = relationshipOf(model, peer);
  const button = (label: string, next: 'blocked' | 'restricted' | 'back'): VNode => h('button', {
    key: next, type: 'button', class: 'quiet',
    onclick: () => {
      focusThread();
      return act.relate(peer, next);
    },
  }, label);
  if (relationship === 'blocked') return [button('Unblock', 'back')];
  if (relationship === 'restricted') return [button('Lift', 'back')];
  return relationship === 'accepted' && model.me !== 'stranger' ? [button('Restrict', 'restricted'), button('Block', 'blocked')] : [];
}

function presence(model: Model, peer: PeerId): string {
  const card = cardOf(model, peer);
  const sealed = card.conversation?.encrypted === false ? 'not end-to-end encrypted' : 'end-to-end encrypted';
  const there = card.sample === true ? `sample · ${sealed}` : Object.entries(model.peers).some(([one, client]) => one === peer && client === null) ? 'not opened yet' : sealed;
  const who = {
    self: 'You', contact: 'In your contacts', accepted: 'Accepted', connected: 'Connected', stranger: 'Not in your contacts', restricted: 'Restricted', blocked: 'Blocked',
  }[relationshipOf(model, peer)];
  return `${who} · ${there}`;
}

function messages(model: Model, act: Actions, peer: PeerId): VNode {
  const thread = threadOf(model, peer);
  if (thread.length === 0 && isRequest(model, peer)) {
    return h('div', { key: 'hidden', class: 'bubble' },
      h('p', {}, 'One of your words is in it, so it waits in Hidden.'),
      h('button', { type: 'button', class: 'quiet', onclick: () => { act.go('hidden'); focusSoon('#hidden-title'); } }, 'Go to Hidden'));
  }
  return h('ol', { key: 'lines', class: 'lines', 'aria-label': `Messages with ${cardOf(model, peer).name}` },
    ...thread.flatMap((bubble) => bubbleView(model, act, bubble)));
}

function bubbleView(model: Model, act: Actions, bubble: Bubble): readonly VNode[] {
  const { message, verdict, mine } = bubble;
  const text = message.text ?? message.surfaces?.caption ?? '';
  const shown = text.length > LONG ? text.slice(0, LONG) : text;
  const links = verdict?.links.filter((link) => link.surface === 'text' || link.surface === 'caption') ?? [];
  const covered = isCovered(bubble) && !bubble.opened;
  const { gloss } = cardOf(model, bubble.peer);
  const degraded = verdict === undefined ? undefined : degradedCopy(verdict.degraded);
  const notices = bubble.notices.map((notice) => h('li', { key: `l-${notice.id}`, class: 'note-line' }, ...noticeCard(model, act, bubble, notice)));
  return [
    ...notices,
    h('li', { key: message.id, 'data-message': message.id, class: `bubble ${mine ? 'mine' : ''} ${bubble.media.length > 0 ? 'with-media' : ''}` },
      ...covered ? [] : attachments(model, bubble),
      covered && h('div', { key: 'covered', class: 'cover' },
        h('p', {}, 'One of your words is in it'),
        h('button', { type: 'button', class: 'quiet', onclick: () => { act.toggleOpened(bubble); } }, 'Show message')),
      !covered && h('p', { key: 'text', class: 'text', dir: 'auto' }, ...richText(shown, links.filter((link) => link.end <= shown.length), bubble.marked?.filter(({ surface }) => surface === 'text' || surface === 'caption')),
        shown.length < text.length && h('span', { class: 'small' }, ` … ${(text.length - shown.length).toLocaleString('en')} more characters`)),
      ...covered ? [] : closedLinks(model, act, bubble),
      !mine && gloss !== undefined && h('p', { key: 'gloss', class: 'small aside', lang: 'en' }, gloss),
      bubble.released === true && h('p', { key: 'released', class: 'small aside' }, 'You took this out of Hidden.'),
      degraded !== undefined && h('p', { key: 'degraded', class: 'small aside degraded' }, degraded),
      h('p', { key: 'meta', class: 'small meta' }, ...meta(bubble)),
      // A request has its own button, for all of it.
      !mine && !isRequest(model, bubble.peer) && reportButtons(act, bubble)),
  ];
}

function meta({ message, mine, status, unprovable }: Bubble): readonly Child[] {
  const time = new Date(message.sentAt);
  const clock = `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
  return [h('time', { datetime: time.toISOString() }, clock), mine && (status === 'sent' ? ' · sent' : ' · waits until they open the page'), unprovable === true && ' · cannot be verified'];
}
