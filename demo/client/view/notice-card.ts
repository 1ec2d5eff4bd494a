import type { Notice } from 'inward';
import type { NoticeChoice, NoticeWhere } from 'inward/ui';
import type { Actions } from '../actions.ts';
import { relationshipOf, type Bubble, type Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { focusThread } from './focus-soon.ts';

/** What the package's element shows of a notice. Restricting, which this page does elsewhere, is left out. */
export function noticeCard(model: Model, act: Actions, bubble: Bubble, notice: Notice): VNode {
  const isBlocked = relationshipOf(model, bubble.peer) === 'blocked';
  const actions = notice.actions.filter((action) => action !== 'restrict' && !(action === 'block' && isBlocked));
  return h('inward-notice', {
    key: `n-${notice.id}`, '.notice': { ...notice, actions }, 'shows-where': true,
    'on:inward-notice': ({ detail }: CustomEvent<NoticeChoice>) => {
      if (detail.action === 'report') return act.reports.open(bubble.peer, { messageId: bubble.message.id });
      if (detail.answer === undefined) return undefined;
      // The pressed button goes with the card.
      focusThread();
      return act.answer(bubble, notice, detail.answer);
    },
    'on:inward-where': ({ detail }: CustomEvent<NoticeWhere>) => { act.mark(bubble, detail.where); },
  });
}
