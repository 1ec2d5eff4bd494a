import type { Notice } from 'inward';
import type { NoticeChoice, NoticeWhere } from 'inward/ui';
import type { Actions } from '../actions.ts';
import { relationshipOf, type Bubble, type Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { focusThread } from './focus-soon.ts';

/** What the package's element shows of a notice. Actions that this page cannot really do (reporting, restricting) are left out. */
export function noticeCard(model: Model, act: Actions, bubble: Bubble, notice: Notice): VNode {
  const isBlocked = relationshipOf(model, bubble.peer) === 'blocked';
  const actions = notice.actions.filter((action) => action !== 'report' && action !== 'restrict' && !(action === 'block' && isBlocked));
  const does: Partial<Readonly<Record<NoticeChoice['action'], () => Promise<void>>>> = {
    block: () => act.relate(bubble.peer, 'blocked'), trust: () => act.answer(bubble, notice, 'trusted'), dismiss: () => act.answer(bubble, notice, 'dismissed'),
  };
  return h('inward-notice', {
    key: `n-${notice.id}`, '.notice': { ...notice, actions }, 'shows-where': true,
    'on:inward-notice': ({ detail }: CustomEvent<NoticeChoice>) => {
      const done = does[detail.action];
      if (done === undefined) return undefined;
      // The pressed button goes with the card.
      focusThread();
      return done();
    },
    'on:inward-where': ({ detail }: CustomEvent<NoticeWhere>) => { act.mark(bubble, detail.where); },
  });
}
