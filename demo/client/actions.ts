import { isSafetyError, type HiddenWordsChange, type Notice, type NoticeAnswerCode, type Safety, type Settings } from 'inward';
import { explainChange } from 'inward/settings';
import { isPersona } from '../wire.ts';
import { BlockList } from './block-list.ts';
import { ForwardActions } from './forward-actions.ts';
import { InboxActions } from './inbox-actions.ts';
import { LabActions } from './lab-actions.ts';
import { ReportActions } from './report-actions.ts';
import { LocationActions } from './location-actions.ts';
import { cardOf, meOf, startOf, type Bubble, type Model, type Section } from './model.ts';
import type { Payload } from './payload.ts';
import { contactsOf, outgoingContext, type PeerId } from './personas.ts';
import type { Postman } from './postman.ts';
import type { Sample } from './samples.ts';
import { drawSamplePicture } from './sample-picture.ts';
import { focusSoon } from './view/focus-soon.ts';
import { countsOf, type Screener } from './screener.ts';
import { TryActions } from './try-actions.ts';
import { Turns } from './turns.ts';
import { WordActions } from './word-actions.ts';

export interface Parts {
  readonly model: Model;
  readonly screener: Screener;
  readonly changed: () => void;
  postman: Postman | undefined;
  safety: Safety | undefined;
}

/** Everything a person can do on the page. Each method changes the model and says that it changed. */
export class Actions {
  readonly words: WordActions;
  readonly inbox: InboxActions;
  readonly blocked: BlockList;
  readonly lab: LabActions;
  readonly location: LocationActions;
  readonly trying: TryActions;
  readonly reports: ReportActions;
  readonly forward: ForwardActions;
  readonly #parts: Parts;
  /** What is written goes out in the order it was written in. */
  readonly #writing = new Turns();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.inbox = new InboxActions(parts, this.reports = new ReportActions(parts));
    this.forward = new ForwardActions(parts, this);
    this.blocked = new BlockList(parts);
    this.lab = new LabActions(parts);
    this.location = new LocationActions(parts);
    this.trying = new TryActions(parts, this.location);
    this.words = new WordActions(parts, async (change) => {
      await this.#settings(async (safety) => {
        const changed = await change(safety);
        // A report names lines; they are shown where the words came from.
        return { settings: changed.settings, rejected: 'added' in changed ? [] : changed.rejected };
      });
    });
  }

  /** After a change of the look, which no model holds. */
  refresh(): void { this.#parts.changed(); }

  go(section: Section): void {
    this.#set((model) => {
      model.section = section;
      model.peer = undefined;
      model.forgetting = 'no';
      model.loosening = undefined;
      model.inbox.labOpen = false;
    });
    if (section !== 'requests') void this.inbox.settle();
  }

  open(peer: PeerId | undefined): void {
    this.#set((model) => {
      model.inbox.labOpen = false;
      model.inbox.wouldOpen = undefined;
      model.startAt = peer === undefined ? undefined : startOf(model, peer);
      model.peer = peer;
      if (peer !== undefined) model.unread.delete(peer);
    });
    if (peer !== undefined) void this.blocked.lookAt(peer);
  }

  draft(peer: PeerId, text: string): void {
    const { model } = this.#parts;
    model.drafts.set(peer, text);
    if (model.nudge?.peer === peer) this.#set(() => { model.nudge = undefined; });
  }

  /** What the person wrote: sent, unless it gives something away to somebody they don't know; then it waits for a second press. */
  write(peer: PeerId): Promise<void> {
    const { model, safety } = this.#parts;
    const text = model.drafts.get(peer) ?? '';
    // At once, so that what is written meanwhile is a message of its own.
    this.#set(() => { Object.assign(model, { nudge: undefined }).drafts.delete(peer); });
    return this.#writing.run(async () => {
      const answered = model.bubbles.some((one) => one.peer === peer && !one.mine);
      // Where nothing can be said of it, it is sent as it is.
      const review = await safety?.reviewOutgoing(ownBubble(peer, { id: 'draft', text, sentAt: Date.now() }).message,
        outgoingContext(model.me, cardOf(model, peer), model.relationships[peer] ?? 'stranger', meOf(model), answered)).catch(() => undefined);
      if (review === undefined || review.nudges.length === 0) return this.send(peer, { text });
      this.#set(() => {
        model.drafts.set(peer, text + (model.drafts.get(peer) ?? ''));
        model.nudge = { peer, text, nudges: review.nudges };
      });
      focusSoon('#nudge-change');
    });
  }

  /** The second press. */
  async sendAnyway(): Promise<void> {
    const { nudge } = this.#parts.model;
    if (nudge === undefined) return;
    this.draft(nudge.peer, '');
    await this.send(nudge.peer, { text: nudge.text });
  }

  async send(peer: PeerId, sample: Pick<Sample, 'text' | 'picture'> & Pick<Payload, 'hops'>): Promise<void> {
    const bytes = sample.picture === true ? await drawSamplePicture() : undefined;
    if (sample.text.trim() === '' && bytes === undefined) return;
    const payload: Payload = {
      id: crypto.randomUUID(), text: sample.text, sentAt: Date.now(), ...(sample.hops === undefined ? {} : { hops: sample.hops }),
      ...(bytes === undefined ? {} : { picture: { mimeType: 'image/png', bytes } }),
    };
    this.#set((model) => { model.bubbles = [...model.bubbles, ownBubble(peer, payload)]; });
    if (isPersona(peer)) this.#parts.postman?.post(peer, payload);
  }

  /** Accept a request, or block, restrict and unblock a person: known to this page only, but for whom is blocked. */
  async relate(peer: PeerId, relationship: 'accepted' | 'blocked' | 'restricted' | 'back'): Promise<void> {
    const { model, screener } = this.#parts;
    const before = model.relationships[peer];
    const next = relationship === 'back' ? contactsOf(model.me)[peer] ?? 'stranger' : relationship;
    const asked = next === 'blocked' ? this.reports.ask(peer, 'block') : undefined; // First: of somebody who is blocked nothing is there any more.
    this.#set(() => {
      model.relationships = { ...model.relationships, [peer]: next };
      if (next === 'blocked') model.unread.delete(peer);
      model.section = next === 'stranger' || next === 'restricted' ? 'requests' : next === 'blocked' ? model.section : 'chats';
    });
    if (next === 'blocked') await this.blocked.add(peer);
    else if (before === 'blocked') await this.blocked.remove(peer);
    await screener.again();
    if (next === 'blocked') await Promise.all([this.inbox.comeBack(peer), asked]);
  }

  /** What the answer silences goes from the page at once: "Not helpful" that reason everywhere, the others what stands in that chat. */
  async answer(bubble: Bubble, notice: Notice, answer: NoticeAnswerCode): Promise<void> {
    const isOver = (other: Notice, of: Bubble): boolean => (
      answer === 'not-helpful' ? other.kind === notice.kind && other.reasons[0] === notice.reasons[0] : of.peer === bubble.peer);
    this.#set((model) => { for (const one of model.bubbles) one.notices = one.notices.filter((other) => !isOver(other, one)); });
    await this.#parts.safety?.answerNotice({ conversationId: bubble.message.conversationId, noticeId: notice.id, answer }).catch(() => undefined);
    if (answer === 'trusted') await this.relate(bubble.peer, 'accepted');
    if (answer === 'blocked') await this.relate(bubble.peer, 'blocked');
  }

  /** Words of a message that a reason of its notice is tied to; none: no longer. */
  mark(bubble: Bubble, where: Notice['where']): void {
    this.#set(() => { bubble.marked = where; });
  }

  toggleOpened(bubble: Bubble): void {
    this.#set(() => { bubble.opened = !bubble.opened; });
  }

  /** Out of the hidden folder, into the chat it belongs to, whatever the words say later. */
  release(bubble: Bubble): void {
    this.#set((model) => { [bubble.released, model.announcement] = [true, 'Moved to the chat.']; });
  }

  askDelete(bubble: Bubble, asked: boolean): void {
    this.#set(() => { bubble.deleting = asked; });
  }

  async deleteMessage(bubble: Bubble): Promise<void> {
    const { id, conversationId } = bubble.message;
    this.#set((model) => {
      model.bubbles = model.bubbles.filter((one) => one !== bubble);
      model.announcement = 'Deleted.';
    });
    await this.#parts.safety?.forget({ message: { conversationId, id } }).catch(() => undefined);
  }

  toggleSamples(): void {
    this.#set((model) => { model.samplesOpen = !model.samplesOpen; });
  }

  changeSettings(change: (settings: Settings) => Settings): Promise<void> {
    return this.#settings((safety) => safety.applySettings(change(safety.settings)));
  }

  /** As `changeSettings`, but what lets more in waits for a yes. `where`: the control, to which the keyboard returns. */
  async askSettings(where: string, change: (settings: Settings) => Settings): Promise<void> {
    const { model } = this.#parts;
    const next = change(model.settings);
    const told = explainChange(model.settings, next, model.ageBand);
    if (told.length === 0) await this.changeSettings(() => next);
    else this.#set(() => { model.loosening = { next, told, where }; });
  }

  async answerLoosening(yes: boolean): Promise<void> {
    const { loosening } = this.#parts.model;
    this.#set((model) => { model.loosening = undefined; });
    if (yes && loosening !== undefined) await this.changeSettings(() => loosening.next);
  }

  askForget(forgetting: 'asked' | 'no'): void {
    this.#set((model) => { model.forgetting = forgetting; });
  }

  async forgetEverything(): Promise<void> {
    await this.#settings(async (safety) => {
      await safety.forget({ everything: true });
      return { settings: safety.settings, rejected: [] };
    });
    this.#set((model) => {
      const done = model.settingsError === undefined && this.#parts.safety !== undefined;
      model.forgetting = done ? 'done' : 'no';
      if (done) model.announcement = 'Forgotten.';
    });
  }

  /** The newest text wins, however the answers come back. */
  async tryWords(text: string): Promise<void> {
    const { model, safety } = this.#parts;
    this.#set(() => { model.tryText = text; });
    const hits = await safety?.hiddenWords.test(text).catch(() => []) ?? [];
    if (model.tryText === text) this.#set(() => { model.tryHits = hits; });
  }

  async #settings(change: (safety: Safety) => Promise<HiddenWordsChange>): Promise<void> {
    const { model, safety, screener } = this.#parts;
    if (safety === undefined) return;
    try {
      const { settings, rejected } = await change(safety);
      this.#set(() => { Object.assign(model, { settings, rejected, settingsError: undefined }); });
      // Words have other places now.
      model.words.counts = countsOf(safety);
    } catch (error) {
      this.#set(() => { model.settingsError = isSafetyError(error) ? error.message : 'The change was not taken.'; });
    }
    await Promise.all([screener.again(), this.tryWords(model.tryText), this.blocked.look()]);
  }

  #set(change: (model: Model) => void): void {
    change(this.#parts.model);
    this.#parts.changed();
  }
}

function ownBubble(peer: PeerId, payload: Payload): Bubble {
  const { id, text, sentAt, picture } = payload;
  return {
    message: { id, conversationId: `with-${peer}`, kind: picture === undefined ? 'text' : 'image', text, sentAt, direction: 'outgoing' },
    peer, mine: true, status: 'waiting', verdict: undefined, notices: [], opened: false,
    media: picture === undefined ? [] : [{ id: `${id}-picture`, kind: 'image', blob: new Blob([picture.bytes], { type: picture.mimeType }) }],
  };
}
