import type { TriedHit } from 'inward';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { languageName } from './default-lists.ts';
import { h, type Child, type VNode } from './element.ts';
import { richText } from './rich-text.ts';
import { howCopy } from './word-copy.ts';

/** Reasons listed; a text may hold hundreds of hits. */
const REASONS = 8;

/** Type, and see what would hide the message, and why. The text goes to the sealed worker and nowhere else. */
export function tryIt(model: Model, act: Actions): VNode {
  const { tryText, tryHits } = model;
  return h('div', { class: 'try-it', key: 'try' },
    h('label', { for: 'try-text', class: 'name' }, 'Try it'),
    h('textarea', {
      id: 'try-text', rows: 2, dir: 'auto', value: tryText, autocomplete: 'off', spellcheck: 'false', placeholder: 'Type a message to see what would hide it',
      oninput: (event: InputEvent) => act.tryWords((event.target as HTMLTextAreaElement).value),
    }),
    h('output', { for: 'try-text', 'aria-label': 'Result' },
      tryText !== '' && h('p', { class: 'text', dir: 'auto' }, ...richText(tryText, [], tryHits)),
      h('p', { class: 'small' }, tryText === '' ? 'Hits are marked as you type.' : outcome(tryHits)),
      tryHits.length > 0 && h('ul', { key: 'why', class: 'small why', 'aria-label': 'Why' },
        ...tryHits.slice(0, REASONS).map((hit) => h('li', {}, ...reason(model, hit))),
        tryHits.length > REASONS && h('li', {}, `And ${tryHits.length - REASONS} more.`))));
}

function outcome(hits: readonly TriedHit[]): string {
  if (hits.length === 0) return 'This would not be hidden.';
  if (hits.some((hit) => hit.action === 'hide')) return 'This would go to Hidden.';
  return hits.some((hit) => hit.action === 'cover') ? 'This would be covered until you tap it.' : 'This would only be counted.';
}

/** What was seen, the word it is, and the disguise. */
function reason(model: Model, hit: TriedHit): readonly Child[] {
  const seen = model.tryText.slice(hit.start, hit.end);
  const how = howCopy(hit.how);
  const word = hit.list === 'mine' ? model.settings.hiddenWords.words[hit.entry]?.text : undefined;
  const which: Child[] = word === undefined ? [` is a word of the ${languageName(hit.list)} list`] : [' is your word ', h('bdi', { class: 'name' }, word)];
  return [h('bdi', { class: 'name' }, seen), ...which, how === undefined ? '.' : `: ${how}.`];
}
