import { h, type VNode } from './element.ts';

/** A labelled switch with a line that says what it does. */
export function switchRow(id: string, label: string, about: string, on: boolean, change: (on: boolean) => unknown): VNode {
  return h('div', { class: 'setting' },
    h('div', { class: 'grow' },
      h('label', { for: id, class: 'name' }, label),
      h('p', { class: 'small', id: `${id}-about` }, about)),
    h('input', {
      type: 'checkbox', role: 'switch', id, class: 'switch', checked: on, 'aria-describedby': `${id}-about`,
      onchange: (event: Event) => change((event.target as HTMLInputElement).checked),
    }));
}
