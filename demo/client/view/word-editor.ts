import type { HiddenWord } from 'inward';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { countCopy, MATCHES, rejectedCopy, trimmedCopy, WHY_REJECTED } from './word-copy.ts';
import { wordList } from './word-list.ts';
import type { WordsReport } from '../words-state.ts';

/** Lines of a report that are spelt out. */
const REPORT_LINES = 12;

/** The person's own list: add one, paste many, look through, change, remove. */
export function wordEditor(model: Model, act: Actions): VNode {
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
        void act.words.add({ text, match: data.get('match') as NonNullable<HiddenWord['match']> });
      },
    },
    h('input', { name: 'word', type: 'text', dir: 'auto', autocomplete: 'off', 'aria-label': 'Word, phrase or emoji', placeholder: 'Word, phrase or emoji' }),
    h('select', { name: 'match', 'aria-label': 'How it matches' },
      ...Object.entries(MATCHES).map(([value, text]) => h('option', { value, selected: value === 'word' }, text))),
    h('button', { type: 'submit', class: 'primary' }, 'Add')),
    model.rejected.length > 0 && model.words.report === undefined && h('p', { key: 'rejected', class: 'small degraded', role: 'alert' },
      `Not added: ${[...new Set(model.rejected.map((one) => WHY_REJECTED[one.why]))].join('; ')}.`),
    model.unsaved && h('p', { key: 'unsaved', class: 'small degraded', role: 'alert' }, 'In force, but not saved: it is lost when this page is closed.'),
    h('details', { key: 'many', class: 'more-words' },
      h('summary', {}, 'Add many at once'),
      h('form', {
        class: 'stack', 'aria-label': 'Add many words',
        onsubmit: (event: SubmitEvent) => {
          event.preventDefault();
          const form = event.target as HTMLFormElement;
          const text = String(new FormData(form).get('words') ?? '');
          if (text.trim() === '') return;
          form.reset();
          void act.words.addMany(text);
        },
      },
      h('label', { for: 'many-words', class: 'small' }, 'One a line, or with commas between. Quotes keep a word as it is: "wow!"'),
      h('textarea', { id: 'many-words', name: 'words', rows: 4, dir: 'auto', autocomplete: 'off', spellcheck: 'false' }),
      h('div', { class: 'row' }, h('button', { type: 'submit', class: 'primary' }, 'Add all'))),
      reportView(model.words.report, 'paste')),
    wordList(model, act));
}

/** What became of each line, for the lines that were not taken, or not as they stood. */
export function reportView(report: WordsReport | undefined, of: WordsReport['of']): VNode | false {
  if (report?.of !== of) return false;
  const { added, changed, rejected, trimmed } = report;
  const taken = [countCopy(added, 'word added', 'words added'), changed > 0 && countCopy(changed, 'changed', 'changed'), rejected.length > 0 && `${rejected.length.toLocaleString('en')} left out`];
  return h('div', { key: 'report', class: 'report', role: 'status' },
    h('p', { class: 'name' }, `${taken.filter((part) => part !== false).join(', ')}.`),
    linesView('Left out', rejected.map(rejectedCopy)),
    linesView('Taken otherwise', trimmed.map(trimmedCopy)));
}

function linesView(label: string, lines: readonly string[]): VNode | false {
  return lines.length > 0 && h('ul', { class: 'small', 'aria-label': label },
    ...lines.slice(0, REPORT_LINES).map((line) => h('li', {}, line)),
    lines.length > REPORT_LINES && h('li', {}, `And ${countCopy(lines.length - REPORT_LINES, 'more line', 'more lines')}.`));
}
