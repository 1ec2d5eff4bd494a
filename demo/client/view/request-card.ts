import type { Context, Notice } from 'inward';
import { requestFacts, signalsFor, type RequestFact } from 'inward/requests';
import type { RequestAction } from 'inward/ui';
import type { Actions } from '../actions.ts';
import { cardOf, contextFor, relationshipOf, threadOf, type Model } from '../model.ts';
import type { PeerId } from '../personas.ts';
import { h, type Child, type VNode } from './element.ts';
import { focusSoon, focusThread } from './focus-soon.ts';

/** Where a notice stands with a card of its own, what the service says stands here, and not in the element. */
const FACTS: Readonly<Record<RequestFact, string>> = {
  'limited': 'The service has limited this account.', 'not-encrypted': 'This chat is not end-to-end encrypted.',
};

/** What the element was told last: what says the same is the same object, or it would take its question back. */
const told = new Map<PeerId, { readonly text: string; readonly context: Context; readonly notices: readonly Notice[] }>();

/** Who asks, what is known of them, what they sent, and what one can do. */
export function requestCard(model: Model, act: Actions, peer: PeerId, ...inside: readonly Child[]): VNode {
  const card = cardOf(model, peer);
  const { context, notices } = tellingOf(model, peer);
  const does: Readonly<Record<RequestAction, () => unknown>> = {
    accept() {
      focusThread();
      return act.relate(peer, 'accepted');
    },
    block() {
      focusThread();
      return act.relate(peer, 'blocked');
    },
    delete() {
      focusSoon('#undo-delete');
      return act.inbox.remove([peer]);
    },
    report: () => act.reports.open(peer),
  };
  return h('inward-request-card', {
    key: 'request', class: notices.length > 0 ? 'noticed' : requestFacts(context).length > 0 ? 'with-facts' : '', '.name': card.name, '.context': context, '.notices': notices, '.addedBy': card.addedBy,
    'on:inward-action': (event: CustomEvent<{ readonly action: RequestAction }>) => does[event.detail.action](),
  },
  ...notices.length === 0 ? [] : requestFacts(context).map((fact) => h('p', { key: fact, class: 'fact-line' }, FACTS[fact])),
  h('p', { key: 'about', class: 'small' }, relationshipOf(model, peer) === 'restricted'
    ? `You restricted them: what they write waits here. They can’t tell. ${seenBy(context)}` : seenBy(context)),
  ...inside);
}

/** What the other side is shown, as the table of the package says. */
function seenBy(context: Context): string {
  const { delivered, read, typing, presence } = signalsFor(context, 'requests');
  const not = [read ? '' : 'that you have read it', typing ? '' : 'that you are typing', presence ? '' : 'whether you are here'].filter((one) => one !== '');
  return `${delivered ? 'They can see that it arrived' : 'They see nothing'}${not.length === 0 ? '' : `, not ${not.join(', not ')}`}.`;
}

function tellingOf(model: Model, peer: PeerId): { readonly context: Context; readonly notices: readonly Notice[] } {
  const now = { context: contextFor(model, peer), notices: threadOf(model, peer).flatMap(({ notices }) => notices) };
  const text = JSON.stringify(now);
  const before = told.get(peer);
  if (before?.text === text) return before;
  told.set(peer, { text, ...now });
  return now;
}
