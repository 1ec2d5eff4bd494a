import type { PersonCard } from '../personas.ts';
import { h, type VNode } from './element.ts';

export function avatar(card: PersonCard): VNode {
  return h('span', { class: `avatar ${card.sample === true ? 'sample' : card.id}`, 'aria-hidden': 'true' }, card.initials);
}
