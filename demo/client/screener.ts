import { failsafeVerdict, type Message, type Safety, type Verdict } from 'inward';
import type { Franked } from './franking.ts';
import { cardOf, contextFor, isCoveredMedia, type Bubble, type Media, type Model } from './model.ts';
import type { PeerId } from './personas.ts';
import { Turns } from './turns.ts';
import type { Payload } from './payload.ts';

/** A message as it came out of decryption. */
export interface Arrived {
  readonly peer: PeerId;
  readonly message: Message;
  readonly media: readonly Media[];
  readonly franked?: Franked | undefined;
  readonly unprovable?: boolean;
}

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

  receive(peer: PeerId, payload: Payload, franked?: Franked): Promise<void> {
    return this.#turns.run(async () => {
      const { message, media } = arrivedFrom(peer, payload);
      if (this.#model.bubbles.some((one) => one.message.id === message.id && one.peer === peer)) return;
      const verdict = await this.#judge(message, peer);
      if (verdict.delivery === 'denied') return;
      const bubble = this.#place({ peer, message, media, franked, unprovable: franked === undefined }, verdict);
      announce(this.#model, bubble);
      this.#changed();
      void this.#cover([bubble]);
    });
  }

  /** Many at once, in one call; those that are denied stay in the model, which counts them, and out of every list. */
  receiveAll(items: readonly Arrived[], mode: 'live' | 'history'): Promise<void> {
    return this.#turns.run(async () => {
      const verdicts = await this.#judgeAll(items, mode);
      const bubbles = items.flatMap((item, at) => {
        const verdict = verdicts[at];
        return verdict === undefined ? [] : [this.#place(item, verdict)];
      });
      this.#changed();
      void this.#cover(bubbles);
    });
  }

  /** Settings, age or a relationship changed: every message is judged again, silently. */
  again(): Promise<void> {
    return this.#turns.run(async () => {
      const model = this.#model;
      const items = model.bubbles.filter((one) => !one.mine);
      const verdicts = await this.#judgeAll(items, 'history');
      items.forEach((one, at) => {
        const verdict = verdicts[at];
        if (verdict === undefined) return;
        // Who came in with many others did so whatever is set now.
        one.verdict = { ...verdict, groups: one.verdict?.groups ?? [] };
        if (verdict.delivery !== 'hidden') one.opened = false;
      });
      const { notices, scam, chain } = model.settings;
      for (const one of items) one.notices = one.notices.filter(({ kind }) => notices === 'on' && (kind === 'chain' ? chain.enabled : scam.enabled));
      this.#changed();
      void this.#cover(items);
    });
  }

  async #judge(message: Message, peer: PeerId): Promise<Verdict> {
    const { timings } = this.#model;
    const context = contextFor(this.#model, peer);
    if (this.#safety === undefined) return failsafeVerdict(message, context);
    const started = performance.now();
    const verdict = await this.#safety.screenMessage(message, context);
    const took = performance.now() - started;
    if (timings.count('first') === 0) timings.add('first', took);
    timings.add('screen', took);
    if (verdict.hits.length > 0) this.#model.words.counts = countsOf(this.#safety);
    return verdict;
  }

  async #judgeAll(items: readonly Pick<Arrived, 'peer' | 'message'>[], mode: 'live' | 'history'): Promise<readonly Verdict[]> {
    const pairs = items.map(({ peer, message }) => ({ message, context: contextFor(this.#model, peer) }));
    return this.#safety === undefined
      ? pairs.map(({ message, context }) => failsafeVerdict(message, context)) : this.#safety.screenMessages(pairs, { mode });
  }

  #place({ peer, message, media, franked, unprovable = false }: Arrived, verdict: Verdict): Bubble {
    const model = this.#model;
    const bubble: Bubble = { message, peer, mine: false, media, franked, unprovable, status: 'received', verdict, notices: verdict.notices, opened: false };
    model.bubbles = [...model.bubbles, bubble];
    const reading = model.peer === peer && (model.section === 'chats' || model.section === 'requests');
    if (!['hidden', 'denied'].includes(verdict.delivery) && !reading) {
      model.unread.set(peer, [...model.unread.get(peer) ?? [], message.id]);
    }
    return bubble;
  }

  /** One after the other, each shown when it is ready; before that, and where there is none, a neutral tile stands. */
  async #cover(bubbles: readonly Bubble[]): Promise<void> {
    const { covers } = this.#model;
    for (const bubble of bubbles) {
      for (const media of bubble.media) {
        if (this.#safety === undefined || covers.has(media.id) || !isCoveredMedia(bubble, media)) continue;
        const { id, blob, kind } = media;
        covers.set(id, 'waiting');
        const started = performance.now();
        const cover = await this.#safety.coverMedia(id, blob, { kind });
        if (cover.state === 'picture') this.#model.timings.add('cover', performance.now() - started);
        // It may have been deleted meanwhile.
        if (covers.has(id)) covers.set(id, cover);
        this.#changed();
      }
    }
  }
}

/** Messages in which each of the person's words acted, by its place in the list. */
export function countsOf(safety: Safety): ReadonlyMap<number, number> {
  return new Map(safety.hiddenWords.counts().map(({ entry, messages }) => [entry, messages]));
}

function arrivedFrom(peer: PeerId, payload: Payload): Arrived {
  const base = { id: payload.id, conversationId: `with-${peer}`, sentAt: payload.sentAt, direction: 'incoming' as const, ...payload.hops === undefined ? {} : { forwardHops: payload.hops } };
  if (payload.picture === undefined) return { peer, message: { ...base, kind: 'text', text: payload.text }, media: [] };
  const { mimeType, bytes } = payload.picture;
  const attachment = { id: `${payload.id}-picture`, kind: 'image' as const, mimeType, byteLength: bytes.length };
  return {
    peer, message: { ...base, kind: 'image', surfaces: { caption: payload.text }, attachments: [attachment] },
    media: [{ id: attachment.id, kind: 'image', blob: new Blob([bytes], { type: mimeType }) }],
  };
}

/** For screen readers: that something came, and a notice, but never the text, and nothing about what is hidden. */
function announce(model: Model, bubble: Bubble): void {
  if (bubble.verdict?.delivery === 'hidden') return;
  const where = bubble.verdict?.delivery === 'requests' ? 'New message request' : 'New message';
  model.announcement = `${where} from ${cardOf(model, bubble.peer).name}.${bubble.notices.length > 0 ? ' There is a notice about it.' : ''}`;
}
