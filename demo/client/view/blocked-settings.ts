import type { Actions } from '../actions.ts';
import type { Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { focusSoon } from './focus-soon.ts';
import { switchRow } from './switch.ts';

/** Whom the person blocked, as far as Inward keeps it, and what it is kept for. */
export function blockedSettings({ settings, blocked }: Model, act: Actions): VNode {
  return h('section', { class: 'card', 'aria-labelledby': 'blocked-title' },
    h('h3', { id: 'blocked-title', tabindex: -1 }, 'People you blocked'),
    switchRow('blocked', 'Notice who looks like them', 'When a stranger’s name or picture is nearly theirs, a card says so. Off deletes this list; they stay blocked.', settings.blocked.enabled,
      async (enabled) => {
        await act.changeSettings((now) => ({ ...now, blocked: { enabled } }));
        await act.blocked.look();
      }),
    settings.blocked.enabled && (blocked.length === 0
      ? h('p', { key: 'none', class: 'small' }, 'Nobody yet. The list is kept encrypted on this device.')
      : h('ul', { key: 'blocked', class: 'told' }, ...blocked.map(({ peerId, name = 'Somebody without a name', picture }) => h('li', { key: peerId },
        h('bdi', {}, name), picture ? ', with a picture ' : ' ',
        h('button', {
          type: 'button', class: 'quiet small', 'aria-label': `Take ${name} off the list`,
          onclick: () => {
            focusSoon('#blocked-title');
            return act.blocked.remove(peerId);
          },
        }, 'Take off'))))));
}
