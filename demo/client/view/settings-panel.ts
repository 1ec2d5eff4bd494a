import type { Settings } from 'inward';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { switchRow } from './switch.ts';
import { tryIt } from './try-it.ts';
import { wordEditor } from './word-editor.ts';

const NOTICES: readonly (readonly [Settings['notices'], string, string])[] = [
  ['on', 'Show notes', 'A card above the message says what was seen.'],
  ['observe', 'Only count', 'Worked out and counted on this device, never shown.'],
  ['off', 'Off', 'Not worked out at all.'],
];

export function settingsPanel(model: Model, act: Actions): VNode {
  const { settings } = model;
  const set = (change: (settings: Settings) => Partial<Settings>) => act.changeSettings((now) => ({ ...now, ...change(now) }));
  return h('section', { class: 'panel settings', 'aria-labelledby': 'settings-title', key: 'settings' },
    h('h2', { id: 'settings-title' }, 'Settings'),
    h('p', { class: 'lead' }, 'Everything can be switched off, and off means that nothing runs.'),
    model.settingsError !== undefined && h('p', { class: 'degraded', role: 'alert' }, model.settingsError),
    h('section', { class: 'card', 'aria-label': 'Hidden words' },
      switchRow('hidden-words', 'Hidden words', 'Messages with these words go to Hidden, common disguises included.', settings.hiddenWords.enabled,
        (enabled) => set((now) => ({ hiddenWords: { ...now.hiddenWords, enabled } }))),
      wordEditor(model, act),
      tryIt(model, act)),
    h('section', { class: 'card', 'aria-label': 'Message requests' },
      switchRow('inert-links', 'Links off in requests', 'Links of people you don’t know can’t be pressed.', settings.requests.inertLinks,
        (inertLinks) => set((now) => ({ requests: { ...now.requests, inertLinks } }))),
      switchRow('cover-media', 'Cover pictures in requests', 'Pictures of people you don’t know wait behind a tile.', settings.requests.coverMedia,
        (coverMedia) => set((now) => ({ requests: { ...now.requests, coverMedia } })))),
    h('section', { class: 'card', 'aria-label': 'Scam notes' },
      switchRow('scam', 'Scam notes', 'Looks at messages of people who are not in your contacts.', settings.scam.enabled,
        (enabled) => set(() => ({ scam: { enabled } }))),
      h('fieldset', {},
        h('legend', { class: 'name' }, 'Notes'),
        ...NOTICES.map(([value, label, about]) => h('div', { class: 'setting' },
          h('input', {
            type: 'radio', name: 'notices', id: `notices-${value}`, value, checked: settings.notices === value,
            onchange: () => set(() => ({ notices: value })),
          }),
          h('div', { class: 'grow' },
            h('label', { for: `notices-${value}`, class: 'name' }, label),
            h('p', { class: 'small' }, about))))),
      settings.notices === 'observe' && h('p', { class: 'small' }, `Counted since this page was opened: ${model.observed}.`)),
    h('section', { class: 'card', 'aria-label': 'Forget' },
      h('div', { class: 'setting' },
        h('div', { class: 'grow' },
          h('p', { class: 'name' }, 'Forget everything'),
          h('p', { class: 'small' }, 'Drops words, settings and what was noted about conversations, from the encrypted store too.')),
        h('button', { type: 'button', class: 'quiet', onclick: () => act.forgetEverything() }, 'Forget'))));
}
