import type { RequestGroup, RequestGroupCode } from 'inward/requests';
import type { Actions } from '../actions.ts';
import { cardOf, threadOf, type Model } from '../model.ts';
import type { PeerId } from '../personas.ts';
import { elsewhere, requestGroups } from '../requests.ts';
import { chainBar } from './chain-bar.ts';
import { conversationEntry } from './conversation-entry.ts';
import { h, type Child, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';

/** What stands over each group, in the order in which they are listed. */
const TITLES: Readonly<Record<RequestGroupCode, string>> = {
  'others': 'Requests', 'added-to-group': 'Added to a group', 'no-mutuals': 'No contact in common', 'hidden-words': 'With your hidden words',
  'same-text': 'The same text from several people', 'like-blocked': 'Like somebody you blocked', 'spam-like': 'May be spam',
};

/** Requests in groups by reason; each group can be deleted with one press, and that undone with one. */
export function requestsList(model: Model, act: Actions): VNode {
  const found = requestGroups(model);
  const groups = (Object.keys(TITLES) as RequestGroupCode[]).flatMap((code) => found.filter(({ group }) => group === code));
  return h('section', { class: 'list requests', 'aria-labelledby': 'list-title', key: 'list-requests' },
    h('h2', { id: 'list-title', tabindex: -1 }, 'Message requests'),
    h('p', { class: 'small' }, 'From people who are not in your contacts. They came in silently.'),
    samplesBar(model, act),
    chainBar(model, act),
    undoBar(model, act),
    groups.length === 0 && h('p', { key: 'empty', class: 'empty' }, 'No requests. Open the stranger and send a sample, or fill the inbox here.'),
    ...groups.map((one) => groupView(model, act, one, groups.filter(({ group }) => group === one.group).indexOf(one))),
    outside(model, act),
    h('button', {
      key: 'lab', type: 'button', class: 'entry lab-entry', 'aria-current': model.inbox.labOpen ? 'true' : false,
      onclick: () => {
        act.inbox.openLab(true);
        focusSoon('#lab-title');
      },
    }, h('span', { class: 'avatar lab', 'aria-hidden': 'true' }, '▦'), h('span', { class: 'grow' },
      h('span', { class: 'name' }, 'See its cover'), h('span', { class: 'small preview' }, 'Try a picture of your own'))));
}

function samplesBar({ inbox }: Model, act: Actions): VNode {
  const { samples } = inbox;
  return h('div', { key: 'samples', class: 'list-bar' },
    // One button, so that the keyboard stays on it.
    h('button', { id: 'samples', type: 'button', class: 'quiet', onclick: () => (samples === 'here' ? act.inbox.empty() : act.inbox.fill()) },
      samples === 'here' ? 'Take the samples out' : samples === 'loading' ? 'Filling…' : 'Fill the inbox with sample requests'),
    samples === 'failed' && h('p', { class: 'small', role: 'alert' }, 'The samples could not be loaded. Try again.'),
    samples === 'here' && h('p', { class: 'small' }, 'Samples are made up for this page; nobody sent them. Their pictures are drawn by us and free to use (CC0).'));
}

function undoBar({ inbox: { deleted } }: Model, act: Actions): Child {
  const count = deleted.at(-1)?.peers.length;
  if (count === undefined) return undefined;
  return h('div', { key: 'undo', class: 'list-bar undo' },
    h('p', { class: 'grow' }, count === 1 ? '1 request deleted' : `${count} requests deleted`),
    h('button', { id: 'undo-delete', type: 'button', class: 'primary', onclick: () => { focusSoon('#list-title'); return act.inbox.undo(); } }, 'Undo'));
}

/** @param nth among those of its reason */
function groupView(model: Model, act: Actions, { group, ids }: RequestGroup, nth: number): VNode {
  const title = TITLES[group];
  const id = `group-${group}${nth === 0 ? '' : nth}`;
  const all = ids.length === 1 ? 'Delete' : `Delete all ${ids.length}`;
  return h('section', { key: id, class: 'request-group', 'aria-labelledby': id },
    h('div', { class: 'row' },
      h('h3', { id, class: 'grow' }, title),
      h('button', {
        type: 'button', class: 'quiet small', 'aria-label': `${all}: ${title}`,
        onclick: () => {
          focusSoon('#undo-delete');
          return act.inbox.remove(ids);
        },
      }, all)),
    h('ul', {}, ...ids.map((peer) => h('li', { key: peer }, entry(model, act, peer)))));
}

/** Shows nothing of what was written. */
function entry(model: Model, act: Actions, peer: PeerId): VNode {
  const hidden = threadOf(model, peer).length === 0;
  const what = hidden ? 'One of your words' : cardOf(model, peer).conversation?.kind === 'group' ? 'Added you to a group' : 'Wants to chat';
  return conversationEntry(model, act, peer, what, 'badge calm');
}

/** What became of the samples that are not listed. */
function outside(model: Model, act: Actions): Child {
  const { denied, chats } = elsewhere(model);
  const young = model.ageBand !== 'adult';
  if (denied === 0 && chats.length === 0 && !young) return undefined;
  const as = { adult: 'an adult', teen: 'a teen', child: 'a child', unknown: 'somebody whose age is not known' }[model.ageBand];
  return h('div', { key: 'outside', class: 'list-bar outside' },
    young && h('p', { id: 'tried-as' }, `You try this as ${as}. ${model.ageBand === 'child' ? 'Strangers can’t reach a child.' : 'Unless you choose otherwise, strangers can’t reach you; people you share a contact with can ask. Adults you are not connected to can’t.'}`),
    denied > 0 && h('p', { id: 'not-let-in' }, denied === 1 ? '1 sample was not let in. Nobody is told.' : `${denied} samples were not let in. Nobody is told.`),
    chats.length > 0 && h('p', {}, `Among your chats: ${chats.join(', ')}.`),
    h('button', { type: 'button', class: 'quiet small', onclick: () => { act.go('settings'); focusSoon('#reach-title'); } }, 'Who may reach me'));
}
