import type { OutgoingReview } from 'inward';
import type { Actions } from '../actions.ts';
import { cardOf, type Model } from '../model.ts';
import type { PeerId } from '../personas.ts';
import { h, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';

const LOOKS_LIKE: Readonly<Record<OutgoingReview['nudges'][number], string>> = {
  phone: 'It looks like a phone number.', address: 'It looks like an address.', school: 'It looks like the name of a school.',
  limited: 'The service has limited your account for now, so a first message may not arrive. Its help pages say why, and what you can do.',
};

/** Before something is given away: what was seen, and two ways on. Nothing is sent, and nothing lost, until one is pressed. */
export function nudgeCard(model: Model, act: Actions, peer: PeerId): VNode | false {
  const { nudge } = model;
  if (nudge?.peer !== peer) return false;
  const composer = '.composer textarea';
  return h('section', { key: 'nudge', class: 'notice nudge', 'aria-labelledby': 'nudge-title' },
    h('h3', { id: 'nudge-title' }, `Send this to ${cardOf(model, peer).name}?`),
    h('ul', { id: 'nudge-facts' }, ...nudge.nudges.map((one) => h('li', {}, LOOKS_LIKE[one])), h('li', {}, 'You don’t know each other here yet.')),
    h('div', { class: 'row' },
      h('button', {
        type: 'button', class: 'primary', id: 'nudge-change', 'aria-describedby': 'nudge-title nudge-facts',
        onclick: () => { act.draft(peer, nudge.text); focusSoon(composer); },
      }, 'Change it'),
      h('button', { type: 'button', class: 'quiet', onclick: () => { focusSoon(composer); return act.sendAnyway(); } }, 'Send anyway')),
    h('p', { class: 'small' }, 'Read on this device. Nobody was told.'));
}
