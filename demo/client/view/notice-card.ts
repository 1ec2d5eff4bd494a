import type { Notice } from 'inward';
import { noticeCopy, type NoticeChoice, type NoticeWhere } from 'inward/ui';
import { en } from 'inward/ui/notices/en';
import type { Actions } from '../actions.ts';
import { cardOf, relationshipOf, type Bubble, type Model } from '../model.ts';
import { h, type VNode } from './element.ts';
import { focusThread } from './focus-soon.ts';

/** What the package's element shows of a notice, and below it who checks rumours, once it was asked for. Restricting, which this page does elsewhere, is left out. */
export function noticeCard(model: Model, act: Actions, bubble: Bubble, notice: Notice): readonly VNode[] {
  const isBlocked = relationshipOf(model, bubble.peer) === 'blocked';
  const actions = notice.actions.filter((action) => action !== 'restrict' && !(action === 'block' && isBlocked));
  const { catalogue } = cardOf(model, bubble.peer);
  const speaks = catalogue === undefined ? {} : { '.catalogue': catalogue };
  const card = h('inward-notice', {
    key: `n-${notice.id}`, '.notice': { ...notice, actions }, 'shows-where': true, ...speaks,
    'on:inward-notice': ({ detail }: CustomEvent<NoticeChoice>) => {
      if (detail.action === 'report') return act.reports.open(bubble.peer, { messageId: bubble.message.id });
      if (detail.action === 'check-first') return act.inbox.chain.check(notice.id);
      if (detail.answer === undefined) return undefined;
      // The pressed button goes with the card.
      focusThread();
      return act.answer(bubble, notice, detail.answer);
    },
    'on:inward-where': ({ detail }: CustomEvent<NoticeWhere>) => { act.mark(bubble, detail.where); },
  });
  return [
    card,
    // For visitors who do not read the card's language.
    ...(catalogue === undefined ? [] : [h('p', { key: 'english', class: 'small aside', lang: 'en' }, `The card in English: ${noticeCopy(en, notice).facts.map(({ text }) => text).join(' ')}`)]),
    ...(model.inbox.checking !== notice.id ? [] : [h('inward-help', {
      key: 'checkers', topic: 'facts', region: catalogue?.lang === 'my' ? 'MM' : '', ...speaks,
      'on:inward-exit': () => {
        focusThread();
        return act.inbox.chain.check(undefined);
      },
    })]),
  ];
}
