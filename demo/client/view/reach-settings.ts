import type { AgeBand, Settings } from 'inward';
import { USUAL_REACH } from 'inward/settings';
import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { capabilities } from './capabilities.ts';
import { choice } from './choice.ts';
import { h, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';
import { loosenedCopy, REACH } from './loosened-copy.ts';
import { switchRow } from './switch.ts';

type Source = keyof (typeof USUAL_REACH)['adult'];
type Choice = (typeof USUAL_REACH)['adult'][Source] | 'usual';

const SOURCES: Readonly<Record<Source, string>> = {
  connected: 'People linked with you on the service', mutual: 'Strangers who share a contact with you', strangers: 'Other strangers', groups: 'Groups a stranger adds you to',
};
const AGES: Readonly<Record<AgeBand, string>> = { adult: 'an adult', teen: 'a teen', child: 'a child', unknown: 'somebody whose age is not known' };

/** Who may reach the person. What lets more in is shown and asked first. */
export function reachSettings(model: Model, act: Actions): VNode {
  const { settings, ageBand } = model;
  const requests = (where: string, change: (now: Settings['requests']) => Partial<Settings['requests']>): Promise<void> => {
    // Where nothing gets looser there is no question, and the keyboard stays.
    focusSoon('#loosening-keep');
    return act.askSettings(where, (now) => ({ ...now, requests: { ...now.requests, ...change(now.requests) } }));
  };
  return h('section', { class: 'card reach', 'aria-labelledby': 'reach-title' },
    h('h3', { id: 'reach-title', tabindex: -1 }, 'Who may reach me'),
    h('p', { class: 'small' }, 'Where first messages go. People in your contacts always reach you; people you block never do.'),
    ...(Object.keys(SOURCES) as Source[]).map((source) => sourceRow(model, source, (reach) => requests(`reach-${source}`, ({ from }) => {
      const { [source]: _, ...others } = from ?? {};
      return { from: reach === 'usual' ? others : { ...others, [source]: reach } };
    }))),
    ageBand !== 'adult' && h('p', { key: 'adults', id: 'adults-denied', class: 'small' }, 'Adults you are not connected to are never let in, whatever you choose here.'),
    asked(model, act, 'reach-'),
    switchRow('inert-links', 'Links off in requests', 'Links of people you don’t know can’t be pressed.', settings.requests.inertLinks,
      (inertLinks) => requests('inert-links', () => ({ inertLinks }))),
    asked(model, act, 'inert-links'),
    switchRow('cover-media', 'Cover pictures in requests', 'Pictures and videos of people you don’t know wait behind a cover.', settings.requests.coverMedia,
      (coverMedia) => requests('cover-media', () => ({ coverMedia }))),
    asked(model, act, 'cover-media'),
    h('div', { class: 'try-age' },
      choice('age-band', 'For trying: I am', AGES, ageBand, (age) => act.trying.age(age)),
      h('p', { class: 'small' }, 'A messenger knows this from your account. What you chose above stays; the rest follows the age.'),
      capabilities(model),
      switchRow('limited', 'For trying: the service has limited my account', 'Before a first message to somebody you don’t know, a card says so.', model.limited,
        (limited) => { act.trying.limited(limited); })));
}

function sourceRow({ settings, ageBand, loosening }: Model, source: Source, change: (reach: Choice) => Promise<void>): VNode {
  const usual = USUAL_REACH[ageBand][source];
  const chosen = settings.requests.from?.[source] ?? 'usual';
  // While a question stands the list shows what was asked for, and falls back with the answer.
  const shown = loosening?.where === `reach-${source}` ? loosening.next.requests.from?.[source] ?? 'usual' : chosen;
  return choice<Choice>(`reach-${source}`, SOURCES[source], { usual: `As usual: ${REACH[usual]}`, chats: REACH.chats, requests: REACH.requests, denied: REACH.denied }, shown, change);
}

/** The question opens on the answer that changes nothing; Escape is that answer. */
function asked({ loosening }: Model, act: Actions, where: string): VNode | false {
  if (loosening?.where.startsWith(where) !== true) return false;
  const answer = (yes: boolean): Promise<void> => {
    focusSoon(`#${loosening.where}`);
    return act.answerLoosening(yes);
  };
  return h('div', {
    key: 'loosening', class: 'question', role: 'alertdialog', 'aria-labelledby': 'loosening-title', 'aria-describedby': 'loosening-told',
    onkeydown: (event: KeyboardEvent) => { if (event.key === 'Escape') void answer(false); },
  },
  h('p', { class: 'name', id: 'loosening-title' }, 'This lets more in'),
  h('ul', { id: 'loosening-told', class: 'told' }, ...loosening.told.map((one) => h('li', {}, loosenedCopy(one)))),
  h('div', { class: 'row' },
    h('button', { type: 'button', class: 'primary', id: 'loosening-keep', onclick: () => answer(false) }, 'Keep it as it is'),
    h('button', { type: 'button', class: 'quiet', onclick: () => answer(true) }, 'Change it')));
}
