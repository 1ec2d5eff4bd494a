import type { Message } from 'inward';
import { deleteRequests, undoDelete } from 'inward/requests';
import type { Parts } from './actions.ts';
import { ChainActions } from './chain-actions.ts';
import { weekLater } from './clock.ts';
import type { Row } from './inbox.ts';
import type { ReportActions } from './report-actions.ts';
import type { Media, Model } from './model.ts';
import type { PeerId, PersonCard } from './personas.ts';
import { sampleFile } from './sample-files.ts';
import { drawAvatar } from './sample-picture.ts';
import { entitiesOf, SAMPLE_REQUESTS, type SampleRequest } from './sample-requests.ts';

const MINUTE_MS = 60_000;
/** So many just came in; the others are looked at as what came before. Of more than ten new strangers in an hour the rest would be a flood. */
const NEW = 8;

/** What a person can do with the requests folder as a whole. */
export class InboxActions {
  readonly chain: ChainActions;
  readonly #parts: Parts;
  readonly #reports: ReportActions;

  constructor(parts: Parts, reports: ReportActions) {
    this.#parts = parts;
    this.#reports = reports;
    this.chain = new ChainActions(parts, (samples) => this.takeOut(samples));
  }

  /** Lets the sample requests in, as if they had just been decrypted: through the sealed worker, all at once. */
  async fill(): Promise<void> {
    const { inbox } = this.#parts.model;
    if (inbox.samples === 'loading' || inbox.samples === 'here') return;
    this.#set(() => { inbox.samples = 'loading'; });
    weekLater(this.#parts.model.me);
    try {
      // Ids of their own every time: what was noted about an earlier filling is about other conversations.
      const run = crypto.randomUUID().slice(0, 4);
      const waiting = await Promise.all(SAMPLE_REQUESTS.map((sample, at) => arrivalOf(sample, run, Date.now() - at * 7 * MINUTE_MS)));
      this.#set((model) => {
        for (const { card, sample } of waiting) {
          model.people.set(card.id, card);
          model.relationships = { ...model.relationships, [card.id]: sample.relationship ?? 'stranger' };
        }
      });
      // Who came in an hour ago, an earlier filling for one, must not make a flood of this one: forgetting anything drops that count.
      await this.#parts.safety?.forget({ conversation: 'samples' }).catch(() => undefined);
      const arrived = waiting.map(({ card, message, media }) => ({ peer: card.id, message, media }));
      await this.#parts.screener.receiveAll(arrived.slice(0, NEW), 'live');
      await this.#parts.screener.receiveAll(arrived.slice(NEW), 'history');
      this.#set((model) => {
        inbox.samples = 'here';
        model.announcement = `${waiting.length} sample messages came in, without a sound.`;
      });
    } catch {
      this.#set(() => { inbox.samples = 'failed'; });
    }
  }

  /** Takes every sample out again, what was accepted or blocked too, and what the engine noted about them. */
  async empty(): Promise<void> {
    await this.takeOut([...this.#parts.model.people.values()].filter((one) => one.sample === true).map(({ id }) => id));
  }

  async takeOut(samples: readonly PeerId[]): Promise<void> {
    await this.settle();
    const { model } = this.#parts;
    for (const { peer, media } of model.bubbles) if (samples.includes(peer)) for (const { id } of media) model.covers.delete(id);
    model.bubbles = model.bubbles.filter(({ peer }) => !samples.includes(peer));
    this.#leave(samples);
    const left = [...model.people.values()].filter((one) => one.sample === true);
    this.#set(() => {
      if (!left.some((one) => one.gloss === undefined)) model.inbox.samples = 'none';
      if (!left.some((one) => one.gloss !== undefined)) model.inbox.chain = 'none';
      model.announcement = 'The samples are gone.';
      if (model.peer !== undefined && samples.includes(model.peer)) model.peer = undefined;
    });
    for (const { peerId } of model.blocked.filter((one) => samples.includes(one.peerId))) await this.#parts.safety?.blocked.remove(peerId).catch(() => undefined);
    model.blocked = model.blocked.filter(({ peerId }) => !samples.includes(peerId));
    await this.#forget(samples);
  }

  /** Deletes requests; until the next step they can be brought back. One by one or all at once comes to the same. */
  remove(peers: readonly PeerId[]): void {
    const [only] = peers;
    // Asked of one, never of many at once; it takes what was written in before that goes.
    if (only !== undefined && peers.length === 1) void this.#reports.ask(only, 'decline');
    this.#set((model) => {
      const rows = rowsOf(model);
      const { requests, undo } = deleteRequests(rows, rows.filter(({ bubble }) => peers.includes(bubble.peer)).map(({ id }) => id));
      model.bubbles = requests.map(({ bubble }) => bubble);
      model.inbox.deleted = [...model.inbox.deleted, { peers, undo }];
      if (model.peer !== undefined && peers.includes(model.peer)) model.peer = undefined;
      model.announcement = `${countOf(peers.length)} deleted. You can undo this.`;
    });
  }

  /** Everything is where it was. What changed meanwhile, settings for one, counts for what comes back too. */
  async undo(): Promise<void> {
    const deleted = this.#parts.model.inbox.deleted.at(-1);
    if (deleted === undefined) return;
    this.#set((model) => {
      model.bubbles = undoDelete(rowsOf(model), deleted.undo).map(({ bubble }) => bubble);
      model.inbox.deleted = model.inbox.deleted.slice(0, -1);
      model.announcement = `${countOf(deleted.peers.length)} back.`;
    });
    await this.#parts.screener.again();
  }

  /** What was deleted is gone for good, from the engine's notes too. */
  async settle(): Promise<void> {
    const { model } = this.#parts;
    const { deleted } = model.inbox;
    if (deleted.length === 0) return;
    model.inbox.deleted = [];
    const peers = deleted.flatMap((one) => one.peers);
    this.#leave(peers);
    for (const { request: { bubble } } of deleted.flatMap(({ undo }) => undo.removed)) for (const { id } of bubble.media) model.covers.delete(id);
    this.#parts.changed();
    await this.#forget(peers);
  }

  /** A sample that was blocked may write again under nearly the same name. */
  async comeBack(peer: PeerId): Promise<void> {
    const { model, screener } = this.#parts;
    const sample = SAMPLE_REQUESTS.find(({ card }) => peer.startsWith(`${card.id}-`));
    if (sample?.returnsAs === undefined || model.people.get(peer)?.sample !== true || model.people.has(`${peer}-again`)) return;
    const { name, text } = sample.returnsAs;
    const { card, message, media } = await arrivalOf({ card: { ...sample.card, name, initials: name.slice(0, 1), peer: { ...sample.card.peer, name } }, text }, 'again', Date.now());
    const back = { ...card, id: `${peer}-again`, ...(sample.hasPicture === true ? { picture: await drawAvatar(sample.card.id, true) } : {}) };
    weekLater(model.me);
    this.#set(() => {
      model.people.set(back.id, back);
      model.relationships = { ...model.relationships, [back.id]: 'stranger' };
      model.announcement = 'A new request came in.';
    });
    await screener.receiveAll([{ peer: back.id, message: { ...message, conversationId: `with-${back.id}`, senderId: back.id }, media }], 'live');
  }

  openLab(open: boolean): void {
    this.#set((model) => {
      model.inbox.labOpen = open;
      model.peer = undefined;
    });
  }

  /** Sample addresses lead nowhere, so that a closed link that is opened says where it would have led. */
  wouldOpen(href: string): void {
    this.#set((model) => {
      model.inbox.wouldOpen = href;
      model.announcement = `This would open ${href} now.`;
    });
  }

  /** Samples among these people are gone; the others may write again. */
  #leave(peers: readonly PeerId[]): void {
    const { model } = this.#parts;
    const gone = new Set(peers.filter((peer) => model.people.get(peer)?.sample === true));
    model.relationships = Object.fromEntries(Object.entries(model.relationships).filter(([peer]) => !gone.has(peer)));
    for (const peer of gone) {
      model.unread.delete(peer);
      model.people.delete(peer);
    }
  }

  async #forget(peers: readonly PeerId[]): Promise<void> {
    const { safety } = this.#parts;
    if (safety === undefined) return;
    await Promise.all(peers.map((peer) => safety.forget({ conversation: `with-${peer}` }).catch(() => undefined)));
  }

  #set(change: (model: Model) => void): void {
    change(this.#parts.model);
    this.#parts.changed();
  }
}

function rowsOf({ bubbles }: Model): readonly Row[] {
  return bubbles.map((bubble) => ({ id: JSON.stringify([bubble.peer, bubble.message.id]), bubble }));
}

function countOf(requests: number): string {
  return requests === 1 ? '1 request' : `${requests} requests`;
}

interface Arrival {
  readonly sample: SampleRequest;
  readonly card: PersonCard;
  readonly message: Message;
  readonly media: readonly Media[];
}

async function arrivalOf(sample: SampleRequest, run: string, sentAt: number): Promise<Arrival> {
  const picture = sample.hasPicture === true ? { picture: await drawAvatar(sample.card.id) } : {};
  const card: PersonCard = { ...sample.card, id: `${sample.card.id}-${run}`, sample: true, ...picture };
  const media = await Promise.all((sample.files ?? []).map(async (name, at): Promise<Media> => ({ id: `${card.id}-${at}`, ...await sampleFile(name) })));
  const base = { id: `${card.id}-1`, conversationId: `with-${card.id}`, senderId: card.id, sentAt, direction: 'incoming' as const };
  const entities = entitiesOf(sample);
  const first = media[0];
  const message: Message = first === undefined
    ? { ...base, kind: 'text', text: sample.text, ...(entities.length === 0 ? {} : { entities }) }
    : {
      ...base, kind: first.kind, surfaces: { caption: sample.text },
      attachments: media.map(({ id, kind, blob, fileName }) => ({ id, kind, mimeType: blob.type, byteLength: blob.size, ...(fileName === undefined ? {} : { fileName }) })),
    };
  return { sample, card, message, media };
}
