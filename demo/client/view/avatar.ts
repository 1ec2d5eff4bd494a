import type { Persona } from '../../wire.ts';
import { CARDS } from '../personas.ts';
import { h, type VNode } from './element.ts';

export function avatar(persona: Persona): VNode {
  return h('span', { class: `avatar ${persona}`, 'aria-hidden': 'true' }, CARDS[persona].initials);
}
