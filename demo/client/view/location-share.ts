import type { Actions } from '../actions.ts';
import { mayShare, statusOf } from '../location-actions.ts';
import type { Model } from '../model.ts';
import { h, type Child, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';

/** Stands over every part of the page for as long as a location is shared. */
export function locationBar(model: Model, act: Actions): Child {
  const { indicatorVisible, reminderDue } = statusOf(model);
  if (!indicatorVisible) return undefined;
  const stop = (): void => {
    act.location.stop();
    focusSoon('#stage');
  };
  return h('div', { key: 'location', id: 'location-bar', class: 'banner', role: 'status' },
    h('span', { dir: 'auto' }, reminderDue ? 'You are still sharing your location. Is that still right?' : 'You are sharing your location.'),
    h('button', { type: 'button', class: 'quiet', onclick: stop }, 'Stop sharing'),
    reminderDue && h('button', { type: 'button', class: 'quiet', onclick: () => { act.location.keep(); focusSoon('#stage'); } }, 'Keep sharing'));
}

export function locationSettings(model: Model, act: Actions): VNode {
  const { sharing } = statusOf(model);
  return h('section', { class: 'card', 'aria-labelledby': 'location-title' },
    h('h3', { id: 'location-title' }, 'Sharing your location'),
    h('p', { class: 'small' }, 'A bar stands over every page while it is on, and asks after an hour, then every four hours, whether it is still right. In this playground nothing is really shared.'),
    mayShare(model)
      ? h('div', { class: 'row' },
        sharing
          ? h('button', { key: 'later', type: 'button', class: 'quiet', onclick: () => { act.location.hourLater(); } }, 'For trying: let an hour pass')
          : h('button', { key: 'share', type: 'button', class: 'quiet', onclick: () => { act.location.start(); focusSoon('#location-bar button'); } }, 'Share my location'))
      : h('p', { class: 'small' }, 'A child can’t share a location.'));
}
