import type { Actions } from '../actions.ts';
import { CHAIN_COPIES } from '../chain-letter.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';

const LABELS: Readonly<Record<Model['inbox']['chain'], string>> = { none: 'Let a chain letter come in', coming: 'Coming in…', here: 'Take the chain letter out', failed: 'Let a chain letter come in' };

/** The scene of a chain letter. */
export function chainBar({ inbox: { chain } }: Model, act: Actions): VNode {
  return h('div', { key: 'chain', class: 'list-bar' },
    // One button, so that the keyboard stays on it.
    h('button', { id: 'chain', type: 'button', class: 'quiet', onclick: () => (chain === 'here' ? act.inbox.chain.takeOut() : act.inbox.chain.come()) }, LABELS[chain]),
    chain === 'failed' && h('p', { class: 'small', role: 'alert' }, 'The chain letter could not be loaded. Try again.'),
    chain === 'here' && h('p', { class: 'small' },
      `A made-up warning in Burmese, from ${CHAIN_COPIES.length} people whom nothing connects: in Unicode, in Zawgyi, and with words around it. The last one brings a card, which speaks Burmese.`));
}
