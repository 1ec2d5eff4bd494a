import type { Model } from '../model.ts';
import type { Timed } from '../timings.ts';
import { h, type VNode } from './element.ts';

export function timingsView(model: Model, runBatch: () => void): VNode {
  const { timings, batch } = model;
  const row = (label: string, value: string): VNode => h('tr', {}, h('th', { scope: 'row' }, label), h('td', {}, h('bdi', { dir: 'ltr' }, value)));
  const spread = (what: Timed): string => (timings.count(what) === 0 ? '–'
    : `${ms(timings.quantile(what, 0.5))} median, ${ms(timings.quantile(what, 0.95))} p95, ${timings.count(what)}×`);
  return h('section', { class: 'card timings', 'aria-label': 'Timings' },
    h('h3', {}, 'Timings on this device'),
    h('table', {}, h('tbody', {},
      row('Start, sealed and tested', ms(timings.last('start'))),
      row('First verdict', ms(timings.last('first'))),
      row('Each verdict', spread('screen')),
      row('Each cover', spread('cover')),
      row('Each decryption', spread('decrypt')),
      row('In a batch', batch?.state === 'done' ? `${batch.perMessageUs.toFixed(1)} µs a message, ${batch.n}×` : batch === undefined ? '–' : 'running…'))),
    h('button', { type: 'button', class: 'quiet', onclick: runBatch, disabled: batch?.state === 'running' || model.safety.state !== 'running' }, 'Time 1,000 messages'),
    h('p', { class: 'small' }, 'Taken on the page, the way to the worker and back included. Browsers round to 0.1 ms.'));
}

function ms(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(1)} ms`;
}
