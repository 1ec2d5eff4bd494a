import { make } from '../element.ts';

/** A value and what it is called. */
export type Option = readonly [value: string, label: string];

/** Native fields with labels one can press: what a screen reader and a keyboard do with them comes with them. */
function row(input: HTMLInputElement, ...label: readonly (Node | string)[]): HTMLLabelElement {
  return make('label', { class: 'row' }, input, make('span', {}, ...label));
}

export function checkbox(isChecked: boolean, changed: (isChecked: boolean) => void, ...label: readonly (Node | string)[]): HTMLLabelElement {
  const input = make('input', { type: 'checkbox' });
  input.checked = isChecked;
  input.addEventListener('change', () => { changed(input.checked); });
  return row(input, ...label);
}

/** Radio buttons: one press, and the arrows move between them. */
export function radios(name: string, legend: string, options: readonly Option[], value: string | undefined, changed: (value: string) => void): HTMLFieldSetElement {
  return make('fieldset', { part: name }, make('legend', {}, legend), make('div', { class: 'options' }, ...options.map(([one, label]) => {
    const input = make('input', { type: 'radio', name, value: one });
    input.checked = one === value;
    input.addEventListener('change', () => { changed(one); });
    return row(input, label);
  })));
}

export interface Choice {
  readonly label: HTMLLabelElement;
  readonly select: HTMLSelectElement;
}

export function choose(label: string, options: readonly Option[], value: string, changed: (value: string) => void): Choice {
  const select = make('select', {}, ...options.map(([one, text]) => make('option', { value: one }, text)));
  select.value = value;
  select.addEventListener('change', () => { changed(select.value); });
  return { label: make('label', {}, label, select), select };
}

export function writeIn(label: string, most: number, value: string, changed: (value: string) => void): HTMLLabelElement {
  const area = make('textarea', { rows: '2', maxlength: String(most), dir: 'auto' });
  area.value = value;
  area.addEventListener('input', () => { changed(area.value); });
  return make('label', {}, label, area);
}

/** What is there when it is asked for; open, it says so to a screen reader. */
export function folded(part: string, summary: string, ...children: readonly Node[]): HTMLDetailsElement {
  return make('details', { part }, make('summary', {}, summary), ...children);
}
