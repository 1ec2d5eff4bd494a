import type { Settings } from 'inward';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { blockedSettings } from './blocked-settings.ts';
import { contactSettings } from './contact-settings.ts';
import { defaultLists } from './default-lists.ts';
import { h, type VNode } from './element.ts';
import { forgetCard } from './forget-card.ts';
import { locationSettings } from './location-share.ts';
import { reachSettings } from './reach-settings.ts';
import { ticketList } from './report-sheet.ts';
import { switchRow } from './switch.ts';
import { tryIt } from './try-it.ts';
import { wordEditor } from './word-editor.ts';
import { wordFiles } from './word-files.ts';
import { wordRules } from './word-rules.ts';

type Choice = Settings['notices'];

/** Off means off: neither the model nor any notice runs. */
const NOTICES: readonly (readonly [Choice, string, string])[] = [
  ['on', 'Show', 'A card above the message says what was seen.'],
  ['observe', 'Only count', 'Worked out and counted on this device, never shown.'],
  ['off', 'Off', 'Not worked out at all.'],
];

export function settingsPanel(model: Model, act: Actions): VNode {
  const { settings } = model;
  const set = (change: (settings: Settings) => Partial<Settings>) => act.changeSettings((now) => ({ ...now, ...change(now) }));
  return h('section', { class: 'panel settings', 'aria-labelledby': 'settings-title', key: 'settings' },
    h('h2', { id: 'settings-title' }, 'Settings'),
    h('p', { class: 'lead' }, 'Everything can be switched off, and off means that nothing runs.'),
    model.settingsError !== undefined && h('p', { key: 'error', class: 'degraded', role: 'alert' }, model.settingsError),
    h('section', { class: 'card', 'aria-label': 'Hidden words' },
      switchRow('hidden-words', 'Hidden words', 'Messages with these words go to Hidden, also where the words are disguised.', settings.hiddenWords.enabled,
        (enabled) => set((now) => ({ hiddenWords: { ...now.hiddenWords, enabled } }))),
      tryIt(model, act),
      wordEditor(model, act),
      wordFiles(model, act),
      defaultLists(model, act),
      wordRules(model, act)),
    ticketList(model, act),
    reachSettings(model, act),
    blockedSettings(model, act),
    h('section', { class: 'card', 'aria-label': 'Before you send' },
      switchRow('nudges', 'Ask before you give something away', 'Under 18, or where your age is not known: a phone number, address or school to somebody you don’t know.', settings.outgoing.nudges,
        (nudges) => set(({ outgoing }) => ({ outgoing: { ...outgoing, nudges } }))),
      switchRow('forwards', 'Pause before you pass a chain message on', 'What came with a notice, or was passed on many times: check first, report, delete, or send anyway.', settings.outgoing.forwards !== false,
        (forwards) => set(({ outgoing }) => ({ outgoing: { ...outgoing, forwards } })))),
    locationSettings(model, act),
    noticeChoice(model, act),
    contactSettings(model, act),
    h('section', { class: 'card', 'aria-label': 'Chain messages' },
      switchRow('chain-notices', 'Notice texts that go round', 'When nearly the same long text comes from several people within a day, or was passed on often, a card says so. Off deletes what is kept for it.', settings.chain.enabled,
        (enabled) => set(() => ({ chain: { enabled } })))),
    forgetCard(model, act));
}

/** One choice of three, since a switch beside "Off" would be two ways to say the same. */
function noticeChoice({ settings, observed }: Model, act: Actions): VNode {
  const chosen = settings.scam.enabled ? settings.notices : 'off';
  return h('fieldset', { class: 'card' },
    h('legend', { class: 'name' }, 'Scam notices'),
    h('p', { class: 'small' }, 'Looks at messages of people who are not in your contacts.'),
    ...NOTICES.map(([value, label, about]) => h('div', { class: 'setting' },
      h('input', {
        type: 'radio', name: 'notices', id: `notices-${value}`, value, checked: chosen === value, 'aria-describedby': `notices-${value}-about`,
        onchange: () => act.changeSettings((now) => ({ ...now, notices: value, scam: { enabled: value !== 'off' } })),
      }),
      h('div', { class: 'grow' },
        h('label', { for: `notices-${value}`, class: 'name' }, label),
        h('p', { class: 'small', id: `notices-${value}-about` }, about)))),
    chosen === 'observe' && h('p', { class: 'small' }, `Counted since this page was opened: ${observed}.`));
}
