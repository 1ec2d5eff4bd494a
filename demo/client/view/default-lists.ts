import type { ListWord } from 'inward';
import { DEFAULT_LISTS } from 'inward/lists';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';
import { switchRow } from './switch.ts';
import { PAGE_ROWS } from '../words-state.ts';
import { countCopy } from './word-copy.ts';

/** Lists of rude words by language, as they come with the package. Their words are in the page only after a yes. */
export function defaultLists(model: Model, act: Actions): VNode {
  const { lists } = model.settings.hiddenWords;
  return h('details', { key: 'lists', class: 'more-words' },
    h('summary', {}, 'Ready-made lists of rude words'),
    h('p', { class: 'small' }, 'Made by volunteers, one for each language, and public. They are not shown unless you ask.'),
    h('ul', { class: 'default-lists' }, ...inOrder(DEFAULT_LISTS, lists).map((tag) => h('li', { key: tag }, listView(model, act, tag)))));
}

/** Those that are on, those of the person's languages, then by name. */
function inOrder(tags: readonly string[], on: readonly string[]): readonly string[] {
  const spoken = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  const rank = (tag: string): number => (on.includes(tag) ? 0 : spoken.includes(tag) ? 1 : 2);
  return [...tags].sort((a, b) => rank(a) - rank(b) || languageName(a).localeCompare(languageName(b)));
}

/** Browsers know the larger languages only. */
const OTHER_NAMES: Readonly<Record<string, string>> = { kab: 'Kabyle', tlh: 'Klingon' };
const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

export function languageName(tag: string): string {
  return names.of(tag) ?? OTHER_NAMES[tag] ?? tag;
}

function listView(model: Model, act: Actions, tag: string): VNode {
  const { lists, listRemovals = {} } = model.settings.hiddenWords;
  const on = lists.includes(tag);
  const name = languageName(tag);
  const removed = listRemovals[tag]?.length ?? 0;
  const shown = model.words.lists.get(tag);
  const about = on ? removed === 0 ? 'On. All its words are hidden.' : `On, without ${countCopy(removed, 'word', 'words')} that you took out.` : 'Off.';
  const back = (): void => {
    act.words.set((now) => { now.lists.delete(tag); });
    focusSoon(`#show-${tag}`);
  };
  return h('div', { class: 'default-list' },
    switchRow(`list-${tag}`, name, about, on, (value) => act.words.switchList(tag, value)),
    on && shown === undefined && h('button', {
      key: 'show', id: `show-${tag}`, type: 'button', class: 'quiet small', 'aria-label': `Show the words of the ${name} list`,
      onclick: () => {
        act.words.set((now) => { now.lists.set(tag, 'asked'); });
        focusSoon(`#not-${tag}`);
      },
    }, 'Show its words…'),
    on && shown === 'asked' && h('div', {
      key: 'question', class: 'question', role: 'alertdialog', 'aria-label': `Show the ${name} list`, 'aria-describedby': `ask-${tag}`,
      onkeydown: (event: KeyboardEvent) => { if (event.key === 'Escape') back(); },
    },
    h('p', { id: `ask-${tag}` }, 'These are insults and rude words. Show them?'),
    h('div', { class: 'row' },
      h('button', { type: 'button', class: 'quiet', id: `not-${tag}`, onclick: back }, 'Better not'),
      h('button', {
        type: 'button', class: 'quiet',
        onclick: async () => {
          await act.words.reveal(tag);
          focusSoon(`#close-${tag}`);
        },
      }, 'Show them'))),
    on && Array.isArray(shown) && wordsOf(model, act, tag, shown as readonly ListWord[], back));
}

function wordsOf(model: Model, act: Actions, tag: string, words: readonly ListWord[], back: () => void): VNode {
  const { listShown } = model.words;
  return h('div', { key: 'words', class: 'stack' },
    h('div', { class: 'row' },
      h('p', { class: 'small grow' }, countCopy(words.length, 'word', 'words')),
      h('button', { type: 'button', class: 'quiet small', id: `close-${tag}`, onclick: back }, 'Cover them again')),
    h('ul', { class: 'list-words', 'aria-label': `Words of the ${languageName(tag)} list` }, ...words.slice(0, listShown).map(({ entry, text, removed }) => h('li', { key: String(entry), class: 'list-word' },
      h('span', { class: removed ? 'grow removed' : 'grow', dir: 'auto' }, text),
      h('button', {
        type: 'button', class: 'quiet small', 'aria-label': removed ? `Hide ${text} again` : `Take ${text} out`,
        onclick: () => act.words.switchListWord(tag, entry, !removed),
      }, removed ? 'Hide again' : 'Take out')))),
    words.length > listShown && h('button', {
      key: 'more', type: 'button', class: 'quiet', onclick: () => { act.words.set((now) => { now.listShown += PAGE_ROWS * 4; }); },
    }, `Show more (${(words.length - listShown).toLocaleString('en')} left)`));
}
