import { make, pressable } from '../element.ts';
import type { ReportKey, Say } from './report-words.ts';

export type ButtonOf = readonly [part: string, key: ReportKey, pressed: (event: MouseEvent) => void];

/** The first is what is meant to be pressed. */
export function buttonsOf(all: readonly ButtonOf[], { say }: Say): HTMLElement {
  return make('div', { class: 'buttons' }, ...all.map(([part, key, pressed], at) => {
    const button = pressable({ part: `button ${part}`, ...at === 0 ? { class: 'first' } : {} }, pressed);
    button.textContent = say(key);
    return button;
  }));
}
