import type { HiddenWord } from 'inward';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { keyOf, type WordChange } from '../words-state.ts';
import { choice } from './choice.ts';
import { h, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';
import { ACTIONS, afterDay, countCopy, lastDay, MATCHES, optionsCopy, PLACES } from './word-copy.ts';

/** Lists shorter than this need no search field. */
const SEARCH_FROM = 8;

interface Row {
  readonly word: HiddenWord;
  readonly at: number;
}

/** The words, newest first. A part of them where there are thousands. */
export function wordList(model: Model, act: Actions): VNode {
  const { settings: { hiddenWords: { words } }, words: state } = model;
  if (words.length === 0) return h('p', { key: 'none', class: 'empty' }, 'No words yet.');
  const { rows, found } = look(words, state.filter.trim().toLowerCase(), state.shown);
  return h('div', { key: 'list', class: 'stack' },
    words.length >= SEARCH_FROM && h('input', {
      key: 'filter', type: 'text', class: 'filter', dir: 'auto', autocomplete: 'off', value: state.filter, 'aria-label': 'Search your words',
      placeholder: `Search ${countCopy(words.length, 'word', 'words')}`,
      oninput: (event: InputEvent) => { act.words.set((now) => { now.filter = (event.target as HTMLInputElement).value; }); },
    }),
    rows.length === 0
      ? h('p', { key: 'nothing', class: 'empty' }, 'No word of yours has that in it.')
      : h('ul', { key: 'rows', 'aria-label': 'Your hidden words' }, ...rows.map((row) => h('li', { key: keyOf(row.word) }, rowView(model, act, row)))),
    found > rows.length && h('button', { key: 'more', type: 'button', class: 'quiet', onclick: () => { act.words.more(); } },
      `Show more (${(found - rows.length).toLocaleString('en')} left)`));
}

/** The newest words that hold `wanted`, at most so many, and how many there are. Runs with every change of the page. */
function look(words: readonly HiddenWord[], wanted: string, most: number): { readonly rows: readonly Row[]; readonly found: number } {
  const rows: Row[] = [];
  let found = wanted === '' ? words.length : 0;
  for (let at = words.length - 1; at >= 0 && (wanted !== '' || rows.length < most); at--) {
    const word = words[at];
    if (word === undefined || !(wanted === '' || word.text.toLowerCase().includes(wanted))) continue;
    if (wanted !== '') found++;
    if (rows.length < most) rows.push({ word, at });
  }
  return { rows, found };
}

function rowView(model: Model, act: Actions, { word, at }: Row): VNode {
  const key = keyOf(word);
  const open = model.words.open === key;
  const about = optionsCopy(word);
  const seen = model.words.counts.get(at) ?? 0;
  const meta = [about, seen > 0 && `in ${countCopy(seen, 'message', 'messages')}`].filter((part) => part !== false && part !== '').join(' · ');
  return h('div', { class: 'word-row' },
    h('div', { class: 'grow' },
      h('p', { class: 'word', dir: 'auto' }, word.text),
      meta !== '' && h('p', { class: 'small' }, meta)),
    h('div', { class: 'row' },
      h('button', {
        type: 'button', class: 'quiet small', 'aria-expanded': String(open), 'aria-label': `Options of ${word.text}`,
        onclick: () => { act.words.set((now) => { now.open = open ? undefined : key; }); },
      }, 'Options'),
      h('button', {
        type: 'button', class: 'quiet small', 'aria-label': `Remove ${word.text}`,
        onclick: () => {
          focusSoon('.add-word input');
          return act.words.remove(word.text);
        },
      }, 'Remove')),
    open && wordOptions(act, word, at));
}

function wordOptions(act: Actions, word: HiddenWord, at: number): VNode {
  const change = (part: WordChange): Promise<void> => act.words.change(word, part);
  return h('div', { key: 'options', class: 'word-options', role: 'group', 'aria-label': `Options of ${word.text}` },
    choice(`match-${at}`, 'It matches as', MATCHES, word.match ?? 'word', (match) => change({ match })),
    choice(`action-${at}`, 'Then', ACTIONS, word.action ?? 'hide', (action) => change({ action })),
    choice(`where-${at}`, 'In', PLACES, word.where ?? 'all', (where) => change({ where })),
    h('div', { class: 'field' },
      h('label', { for: `until-${at}`, class: 'small' }, 'Last day'),
      h('input', {
        id: `until-${at}`, type: 'date', initial: lastDay(word.until), min: lastDay(Date.now() + 1),
        onchange: (event: Event) => change({ until: afterDay((event.target as HTMLInputElement).value) }),
      })),
    h('div', { class: 'field wide' },
      h('label', { for: `note-${at}`, class: 'small' }, 'Note to yourself'),
      h('input', {
        id: `note-${at}`, type: 'text', dir: 'auto', autocomplete: 'off', maxlength: 500, initial: word.note ?? '',
        onchange: (event: Event) => change({ note: (event.target as HTMLInputElement).value.trim() }),
      })));
}
