import type { HiddenWord } from 'inward';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';

type Match = NonNullable<HiddenWord['match']>;
const MATCHES: Readonly<Record<Match, string>> = { word: 'whole word', prefix: 'start of a word', anywhere: 'anywhere' };
const WHY = { 'empty': 'it has no visible character', 'too-long': 'it is too long', 'duplicate': 'it is on the list already', 'list-full': 'the list is full' };

/** The person's own list: add, choose how it matches, remove. */
export function wordEditor(model: Model, act: Actions): VNode {
  const { words } = model.settings.hiddenWords;
  return h('div', { class: 'words' },
    h('form', {
      class: 'add-word', 'aria-label': 'Add a hidden word',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        const form = event.target as HTMLFormElement;
        const data = new FormData(form);
        const text = String(data.get('word') ?? '').trim();
        if (text === '') return;
        form.reset();
        void act.addWord({ text, match: data.get('match') as Match });
      },
    },
    h('input', { name: 'word', type: 'text', dir: 'auto', autocomplete: 'off', 'aria-label': 'Word, phrase or emoji', placeholder: 'Word, phrase or emoji' }),
    h('select', { name: 'match', 'aria-label': 'How it matches' }, ...options('word')),
    h('button', { type: 'submit', class: 'primary' }, 'Add')),
    model.rejected.length > 0 && h('p', { key: 'rejected', class: 'small degraded', role: 'alert' },
      `Not added: ${[...new Set(model.rejected.map((one) => WHY[one.why]))].join('; ')}.`),
    words.length === 0
      ? h('p', { class: 'empty' }, 'No words yet.')
      : h('ul', { 'aria-label': 'Your hidden words' }, ...words.map((word, at) => h('li', { key: `${word.text}-${word.match ?? 'word'}` }, row(act, word, at)))));
}

function row(act: Actions, word: HiddenWord, at: number): VNode {
  return h('div', { class: 'word-row' },
    h('span', { class: 'grow', dir: 'auto' }, word.text),
    h('select', {
      'aria-label': `How ${word.text} matches`, value: word.match ?? 'word',
      onchange: (event: Event) => {
        const match = (event.target as HTMLSelectElement).value as Match;
        return act.changeSettings((settings) => ({
          ...settings, hiddenWords: { ...settings.hiddenWords, words: settings.hiddenWords.words.map((one, n) => (n === at ? { ...one, match } : one)) },
        }));
      },
    }, ...options(word.match ?? 'word')),
    h('button', { type: 'button', class: 'quiet small', 'aria-label': `Remove ${word.text}`, onclick: () => act.removeWord(word.text) }, 'Remove'));
}

function options(chosen: Match): readonly VNode[] {
  return (Object.keys(MATCHES) as Match[]).map((match) => h('option', { value: match, selected: match === chosen }, MATCHES[match]));
}
