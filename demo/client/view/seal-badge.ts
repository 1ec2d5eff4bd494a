import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';

/** The form of the seal in words; `off` and a failed start are said as plainly as a good one. */
export function sealText(model: Model): { readonly label: string; readonly about: string; readonly good: boolean } {
  if (model.safety.state === 'starting') return { label: 'Starting', about: 'The worker is being sealed and tested.', good: false };
  if (model.safety.state === 'failed') {
    return { label: 'Not running', about: `Safety checks did not start or stopped (${model.safety.code}). Messages of strangers still wait in requests, with links off and pictures covered.`, good: false };
  }
  switch (model.seal) {
    case 'header':
      return { label: 'Sealed', about: 'Header form: the worker that reads messages was served with a policy that forbids it every connection, and tried to break out before the first message.', good: true };
    case 'frame':
      return { label: 'Sealed', about: 'Frame form: the worker that reads messages runs in a sandboxed frame without any connection.', good: true };
    case 'off':
    case 'in-process':
    case undefined:
      return { label: 'Not sealed', about: 'The worker runs without its seal: nothing stops it from sending what it reads.', good: false };
  }
}

export function sealBadge(model: Model): VNode {
  const { label, about, good } = sealText(model);
  return h('section', { class: good ? 'card seal good' : 'card seal', 'aria-label': 'Seal' },
    h('p', { class: 'seal-label' }, shield(good), label),
    h('p', { class: 'small' }, about));
}

export function shield(good: boolean): VNode {
  return h('svg', { viewBox: '0 0 24 24', width: 20, height: 20, class: good ? 'shield good' : 'shield', 'aria-hidden': 'true' },
    h('path', { d: 'M12 3l7 2.600v5.200c0 4.600-2.900 8-7 9.900-4.100-1.900-7-5.300-7-9.900V5.600z' }),
    h('path', { class: 'mark', d: good ? 'M8.500 12l2.500 2.500 4.500-5' : 'M12 8v5M12 15.800v.400' }));
}
