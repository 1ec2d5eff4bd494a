import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';

/** Asks before it forgets: nothing brings the words back. The question opens on the harmless answer; Escape is that answer. */
export function forgetCard({ forgetting }: Model, act: Actions): VNode {
  const keep = (): void => {
    act.askForget('no');
    focusSoon('#forget');
  };
  return h('section', { class: 'card', 'aria-label': 'Forget' },
    h('div', { class: 'setting' },
      h('div', { class: 'grow' },
        h('p', { class: 'name' }, 'Forget everything'),
        h('p', { class: 'small' }, 'Drops words, settings and what was noted about conversations, from the encrypted store too.')),
      forgetting !== 'asked' && h('button', {
        key: 'forget', id: 'forget', type: 'button', class: 'quiet',
        onclick: () => {
          act.askForget('asked');
          focusSoon('#forget-keep');
        },
      }, 'Forget…')),
    forgetting === 'asked' && h('div', {
      class: 'question', role: 'alertdialog', 'aria-labelledby': 'forget-question', 'aria-describedby': 'forget-about',
      onkeydown: (event: KeyboardEvent) => { if (event.key === 'Escape') keep(); },
    },
    h('p', { class: 'name', id: 'forget-question' }, 'Forget everything now?'),
    h('p', { class: 'small', id: 'forget-about' }, 'This cannot be undone.'),
    h('div', { class: 'row' },
      h('button', { type: 'button', class: 'quiet', id: 'forget-keep', onclick: keep }, 'Keep'),
      h('button', {
        type: 'button', class: 'primary',
        onclick: async () => {
          await act.forgetEverything();
          focusSoon('#forget');
        },
      }, 'Forget everything'))),
    forgetting === 'done' && h('p', { class: 'small' }, 'Forgotten. No words are left, and settings are as they come.'));
}
