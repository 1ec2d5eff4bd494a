import type { Actions } from '../actions.ts';
import { currentTheme, toggleDirection, toggleTheme } from '../look.ts';
import { conversations, unreadOf, type Model, type Section } from '../model.ts';
import { CARDS } from '../personas.ts';
import { avatar } from './avatar.ts';
import { conversationList } from './conversation-list.ts';
import { coverLab } from './cover-lab.ts';
import { h, type Child, type VNode } from './element.ts';
import { forwardSheet } from './forward-sheet.ts';
import { hiddenFolder } from './hidden-folder.ts';
import { locationBar } from './location-share.ts';
import { proofPanel } from './proof-panel.ts';
import { reportSheet } from './report-sheet.ts';
import { sealText, shield } from './seal-badge.ts';
import { requestsList } from './requests-list.ts';
import { settingsPanel } from './settings-panel.ts';
import { threadView } from './thread.ts';

export interface PageTools {
  readonly runBatch: () => void;
}

/** The whole page of one person as a function of the model. */
export function pageView(model: Model, act: Actions, tools: PageTools): readonly Child[] {
  const { section, peer } = model;
  const folder = section === 'chats' || section === 'requests' ? section : undefined;
  return [
    h('a', { class: 'skip', href: '#stage' }, 'Skip to the messages'),
    top(model, act),
    banner(model),
    reportSheet(model, act),
    forwardSheet(model, act),
    locationBar(model, act),
    h('div', { key: 'app', class: `app ${folder === undefined ? 'single' : 'double'} ${peer === undefined && !model.inbox.labOpen ? 'at-list' : 'at-thread'} on-${section}` },
      rail(model, act),
      section === 'chats' && conversationList(model, act),
      section === 'requests' && requestsList(model, act),
      h('main', { id: 'stage', tabindex: -1 }, stage(model, act)),
      h('aside', { class: 'dock', 'aria-labelledby': 'proof-title' }, proofPanel(model, tools.runBatch))),
    h('div', { class: 'sr-only', role: 'status', 'aria-live': 'polite', id: 'announcer' }, model.announcement),
  ];
}

function stage(model: Model, act: Actions): Child {
  if (model.section === 'hidden') return hiddenFolder(model, act);
  if (model.section === 'settings') return settingsPanel(model, act);
  if (model.section === 'proof') return undefined; // The dock takes the stage's place on narrow screens.
  if (model.section === 'requests' && model.inbox.labOpen) return coverLab(model, act);
  if (model.peer !== undefined) return threadView(model, act, model.peer);
  return h('p', { class: 'empty centre' }, model.section === 'chats' ? 'Choose a chat.' : 'Choose a request to look at it.');
}

function top(model: Model, act: Actions): VNode {
  const { label, good } = sealText(model);
  return h('header', { class: 'top' },
    avatar(CARDS[model.me]),
    h('h1', {}, CARDS[model.me].name, h('span', { class: 'small' }, 'Inward playground')),
    h('button', { type: 'button', class: good ? 'seal-chip good' : 'seal-chip', onclick: () => { act.go('proof'); } }, shield(good), label),
    h('button', {
      type: 'button', class: 'icon', 'aria-label': currentTheme() === 'dark' ? 'Light colours' : 'Dark colours',
      onclick: () => { toggleTheme(); act.refresh(); },
    }, '◐'),
    h('button', { type: 'button', class: 'icon', 'aria-label': 'Turn the page round (right to left)', onclick: () => { toggleDirection(); act.refresh(); } }, '⇄'));
}

function banner(model: Model): Child {
  if (model.replaced) {
    return h('div', { key: 'banner', class: 'banner', role: 'alert' }, `${CARDS[model.me].name} was opened somewhere else, so this page stopped.`,
      h('button', { type: 'button', class: 'quiet', onclick: () => { location.reload(); } }, 'Use it here'));
  }
  if (model.postFailed) {
    return h('div', { key: 'banner', class: 'banner warn', role: 'alert' }, 'Encryption could not be started in this browser, so nothing is sent or received.',
      h('button', { type: 'button', class: 'quiet', onclick: () => { location.reload(); } }, 'Try again'));
  }
  if (model.mode !== 'sealed') {
    return h('div', { key: 'banner', class: 'banner warn', role: 'alert' }, model.mode === 'spy-open'
      ? 'Demonstration: the worker file of this page has a spy in it and no seal around it. What it reads goes to the server.'
      : 'Demonstration: the worker file of this page has a spy in it. The seal around it holds.',
    h('a', { href: `/?as=${model.me}` }, 'Back to the real one'));
  }
  if (model.safety.state === 'failed') {
    return h('div', { key: 'banner', class: 'banner warn', role: 'alert' }, `Safety checks are not running (${model.safety.code}). Messages still arrive; those of strangers wait in requests with links off.`);
  }
  return undefined;
}

function rail(model: Model, act: Actions): VNode {
  const requests = conversations(model, 'requests').filter((peer) => unreadOf(model, peer) > 0).length;
  const waiting = conversations(model, 'chats').reduce((sum, peer) => sum + unreadOf(model, peer), 0);
  const items: readonly (readonly [Section, string, string, number])[] = [
    ['chats', 'Chats', 'M4 5h16v11H9l-5 4z', waiting],
    ['requests', 'Requests', 'M4 6h16v12H4zM4 7l8 6 8-6', requests],
    ['hidden', 'Hidden', 'M3 12c3-5 6-7 9-7s6 2 9 7c-3 5-6 7-9 7s-6-2-9-7zM4 4l16 16', 0],
    ['settings', 'Settings', 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4v6M9 14v6', 0],
    ['proof', 'Proof', 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z', 0],
  ];
  return h('nav', { class: 'rail', 'aria-label': 'Sections' }, h('ul', {}, ...items.map(([section, label, path, count]) => h('li', { class: `to-${section}` },
    h('button', { type: 'button', 'aria-current': model.section === section ? 'page' : false, onclick: () => { act.go(section); } },
      h('svg', { viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': 'true' }, h('path', { d: path })),
      h('span', {}, label),
      count > 0 && h('span', { class: section === 'chats' ? 'badge' : 'badge calm' }, String(count), h('span', { class: 'sr-only' }, ' new')))))));
}
