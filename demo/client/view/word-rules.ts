import type { Persona } from '../../wire.ts';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { CARDS, othersThan } from '../personas.ts';
import { choice } from './choice.ts';
import { h, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';
import { switchRow } from './switch.ts';

/** `und`: no language in particular. */
const LOCALES = { und: 'are one letter (as usual)', tr: 'are two letters, as in Turkish', az: 'are two letters, as in Azerbaijani' } as const;
const ACCENTS = { auto: 'sensibly (as usual)', fold: 'never matter', exact: 'always matter' } as const;

/** What is never hidden, from whom, and how closely is looked. */
export function wordRules(model: Model, act: Actions): VNode {
  const { allow, exempt = [], oneSpace = true, accents = 'auto', locale = 'und' } = model.settings.hiddenWords;
  const [language] = locale.toLowerCase().split('-');
  return h('details', { key: 'rules', class: 'more-words' },
    h('summary', {}, 'Exceptions, and how closely to look'),
    h('div', { class: 'stack' },
      h('form', {
        class: 'add-word two', 'aria-label': 'Add an exception',
        onsubmit: (event: SubmitEvent) => {
          event.preventDefault();
          const form = event.target as HTMLFormElement;
          const text = String(new FormData(form).get('allow') ?? '').trim();
          if (text === '' || allow.includes(text)) return;
          form.reset();
          void act.words.rules((now) => ({ allow: [...now.allow, text] }));
        },
      },
      h('input', { name: 'allow', type: 'text', dir: 'auto', autocomplete: 'off', 'aria-label': 'Never hide this word', placeholder: 'Never hide this word' }),
      h('button', { type: 'submit', class: 'quiet' }, 'Add exception')),
      allow.length > 0 && h('ul', { key: 'allow', 'aria-label': 'Never hidden' }, ...allow.map((text) => h('li', { key: text, class: 'word-row' },
        h('span', { class: 'grow', dir: 'auto' }, text),
        h('button', {
          type: 'button', class: 'quiet small', 'aria-label': `Remove the exception ${text}`,
          onclick: () => {
            focusSoon('.add-word.two input');
            return act.words.rules((now) => ({ allow: now.allow.filter((one) => one !== text) }));
          },
        }, 'Remove')))),
      ...othersThan(model.me).map((peer) => personRow(act, peer, exempt)),
      switchRow('one-space', 'See through a space inside a word', 'For words of five letters or more, where the halves are no words.', oneSpace,
        (on) => act.words.rules(() => ({ oneSpace: on }))),
      choice('accents', 'Accents of your words', ACCENTS, accents, (value) => act.words.rules(() => ({ accents: value }))),
      choice('locale', 'In your words, i and ı', LOCALES, language === 'tr' || language === 'az' ? language : 'und', (value) => act.words.rules(() => ({ locale: value })))));
}

/** Messages here carry no sender of their own: a person is known by the conversation. */
function personRow(act: Actions, peer: Persona, exempt: readonly string[]): VNode {
  const id = `with-${peer}`;
  return switchRow(`exempt-${peer}`, `Look for words in what ${CARDS[peer].name} writes`, 'Off: nothing of theirs is hidden, covered or counted for a word.', !exempt.includes(id),
    (on) => act.words.rules(({ exempt: now = [] }) => ({ exempt: on ? now.filter((one) => one !== id) : [...now, id] })));
}
