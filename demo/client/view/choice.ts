import { h, type VNode } from './element.ts';

/** A labelled choice of several. */
export function choice<T extends string>(id: string, label: string, texts: Readonly<Record<T, string>>, chosen: T, change: (value: T) => unknown): VNode {
  return h('div', { class: 'field' },
    h('label', { for: id, class: 'small' }, label),
    h('select', { id, value: chosen, onchange: (event: Event) => change((event.target as HTMLSelectElement).value as T) },
      ...(Object.entries(texts) as [T, string][]).map(([value, text]) => h('option', { value, selected: value === chosen }, text))));
}
