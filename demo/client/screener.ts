import { failsafeVerdict, type Message, type Safety, type Verdict } from 'inward';
import { type Bubble, type Model } from './model.ts';
import { contextOf } from './personas.ts';
import { Turns } from './turns.ts';
import type { Payload } from './payload.ts';
import type { Persona } from '../wire.ts';

/** After decryption, before rendering: every message that comes in passes here once, in order. */
export class Screener {
  readonly #model: Model;
  readonly #changed: () => void;
  readonly #turns = new Turns();
  #safety: Safety | undefined;

  constructor(model: Model, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
  }

  use(safety: Safety | undefined): void {
    this.#safety = safety;
  }

  receive(peer: Persona, payload: Payload): Promise<void> {
    return this.#turns.run(async () => {
      const message = messageOf(peer, payload);
      if (this.#model.bubbles.some((one) => one.message.id === message.id && one.peer === peer)) return;
      const verdict = await this.#judge(message, peer);
      if (verdict.delivery === 'denied') return;
      this.#place({
        message, peer, mine: false, status: 'received', verdict, notices: verdict.notices, revealed: false, opened: false,
        picture: payload.picture === undefined ? undefined : new Blob([payload.picture.bytes], { type: payload.picture.mimeType }),
      });
    });
  }

  /** Settings or a relationship changed: every message is judged again, silently. */
  again(): Promise<void> {
    return this.#turns.run(async () => {
      const model = this.#model;
      const items = model.bubbles.filter((one) => !one.mine);
      const verdicts = this.#safety === undefined
        ? items.map((one) => failsafeVerdict(one.message, contextOf(one.peer, model.relationships)))
        : await this.#safety.screenMessages(
          items.map((one) => ({ message: one.message, context: contextOf(one.peer, model.relationships) })), { mode: 'history' });
      items.forEach((one, at) => {
        const verdict = verdicts[at];
        if (verdict === undefined) return;
        one.verdict = verdict;
        if (verdict.delivery !== 'hidden') one.opened = false;
      });
      if (model.settings.notices !== 'on' || !model.settings.scam.enabled) for (const one of items) one.notices = [];
      this.#changed();
    });
  }

  async #judge(message: Message, peer: Persona): Promise<Verdict> {
    const { timings, relationships } = this.#model;
    const context = contextOf(peer, relationships);
    if (this.#safety === undefined) return failsafeVerdict(message, context);
    const started = performance.now();
    const verdict = await this.#safety.screenMessage(message, context);
    const took = performance.now() - started;
    if (timings.count('first') === 0) timings.add('first', took);
    timings.add('screen', took);
    if (verdict.hits.length > 0) this.#model.words.counts = countsOf(this.#safety);
    return verdict;
  }

  #place(bubble: Bubble): void {
    const model = this.#model;
    model.bubbles = [...model.bubbles, bubble];
    const { verdict } = bubble;
    const reading = model.peer === bubble.peer && (model.section === 'chats' || model.section === 'requests');
    if (verdict !== undefined && verdict.delivery !== 'hidden' && !reading) {
      model.unread.set(bubble.peer, [...model.unread.get(bubble.peer) ?? [], bubble.message.id]);
    }
    announce(model, bubble);
    this.#changed();
  }
}

/** Messages in which each of the person's words acted, by its place in the list. */
export function countsOf(safety: Safety): ReadonlyMap<number, number> {
  return new Map(safety.hiddenWords.counts().map(({ entry, messages }) => [entry, messages]));
}

function messageOf(peer: Persona, payload: Payload): Message {
  const base = { id: payload.id, conversationId: `with-${peer}`, sentAt: payload.sentAt, direction: 'incoming' as const };
  if (payload.picture === undefined) return { ...base, kind: 'text', text: payload.text };
  const attachment = { id: `${payload.id}-picture`, kind: 'image' as const, mimeType: payload.picture.mimeType, byteLength: payload.picture.bytes.length };
  return { ...base, kind: 'image', surfaces: { caption: payload.text }, attachments: [attachment] };
}

/** For screen readers: that something came, and a notice, but never the text, and nothing about what is hidden. */
function announce(model: Model, bubble: Bubble): void {
  if (bubble.verdict?.delivery === 'hidden') return;
  const who = contextOf(bubble.peer, model.relationships).peer?.name ?? '';
  const where = bubble.verdict?.delivery === 'requests' ? 'New message request' : 'New message';
  model.announcement = `${where} from ${who}.${bubble.notices.length > 0 ? ' There is a notice about it.' : ''}`;
}
