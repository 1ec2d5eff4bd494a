import type { Actions } from '../actions.ts';
import { cardOf, isRequest, relationshipOf, type Model } from '../model.ts';
import type { PeerId } from '../personas.ts';
import { SAMPLES, type Sample } from '../samples.ts';
import { h, type VNode } from './element.ts';
import { nudgeCard } from './nudge-card.ts';

export function composer(model: Model, act: Actions, peer: PeerId): VNode {
  const card = cardOf(model, peer);
  const send = (): void => { void act.write(peer); };
  // An answer would show that the request was read, which its banner denies.
  const closed = isRequest(model, peer);
  const restricted = relationshipOf(model, peer) === 'restricted';
  if (card.sample === true) return h('p', { class: 'foot small' }, isRequest(model, peer) ? 'Accept the request to write back.' : 'A sample: nobody is there to answer.');
  return h('div', { class: 'foot' },
    closed && h('p', { key: 'closed', class: 'small', id: 'composer-closed' }, restricted ? 'Lift the restriction to write back.' : 'Accept the request to write back.'),
    !closed && model.samplesOpen && samples(model, act, peer),
    nudgeCard(model, act, peer),
    h('form', {
      key: 'form', class: 'composer', 'aria-label': `Write to ${card.name}`,
      onsubmit: (event: SubmitEvent) => { event.preventDefault(); send(); },
    },
    h('button', {
      type: 'button', class: 'icon', disabled: closed, 'aria-label': 'Sample messages', 'aria-expanded': String(!closed && model.samplesOpen), onclick: () => { act.toggleSamples(); },
    }, !closed && model.samplesOpen ? '×' : '+'),
    h('textarea', {
      rows: 1, dir: 'auto', disabled: closed, 'aria-describedby': closed && 'composer-closed', 'aria-label': 'Message', placeholder: 'Write a message', value: model.drafts.get(peer) ?? '',
      oninput: (event: InputEvent) => { act.draft(peer, (event.target as HTMLTextAreaElement).value); },
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        send();
      },
    }),
    h('button', { type: 'submit', class: 'primary', disabled: closed }, 'Send')));
}

function samples(model: Model, act: Actions, peer: PeerId): VNode {
  return h('ul', { key: 'samples', class: 'chips', 'aria-label': 'Send a sample' }, ...SAMPLES[model.me].map((sample) => (
    h('li', {}, h('button', { type: 'button', class: 'chip', dir: 'auto', onclick: () => sendSample(act, peer, sample) }, sample.label)))));
}

async function sendSample(act: Actions, peer: PeerId, { then = [], ...first }: Sample): Promise<void> {
  for (const one of [first, ...then.map((text) => ({ text }))]) await act.send(peer, one);
}
