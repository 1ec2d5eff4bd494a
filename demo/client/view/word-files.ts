import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { choice } from './choice.ts';
import { h, type VNode } from './element.ts';
import { reportView } from './word-editor.ts';

/** The list as a file, out and in. */
export function wordFiles(model: Model, act: Actions): VNode {
  const none = model.settings.hiddenWords.words.length === 0;
  return h('details', { key: 'files', class: 'more-words' },
    h('summary', {}, 'Save to a file, or open one'),
    h('div', { class: 'stack' },
      h('p', { class: 'small' }, 'A file of your words is not encrypted. Keep it where only you look.'),
      h('div', { class: 'row' },
        h('button', { type: 'button', class: 'quiet', disabled: none, onclick: () => act.words.exportFile('json') }, 'Save with all options'),
        h('button', { type: 'button', class: 'quiet', disabled: none, onclick: () => act.words.exportFile('txt') }, 'Save as plain text')),
      choice('import-mode', 'Words from a file', { merge: 'join the words that are here', replace: 'take their place' }, model.words.importMode,
        (mode) => { act.words.set((now) => { now.importMode = mode; }); }),
      h('div', { class: 'field' },
        h('label', { for: 'import-file', class: 'small' }, 'File with words'),
        h('input', {
          id: 'import-file', type: 'file', accept: '.json,.txt,application/json,text/plain',
          onchange: async (event: Event) => {
            const input = event.target as HTMLInputElement;
            const file = input.files?.[0];
            if (file === undefined) return;
            await act.words.importFile(file);
            // The same file may be opened again.
            input.value = '';
          },
        })),
      reportView(model.words.report, 'file')));
}
