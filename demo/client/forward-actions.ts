import type { ForwardMark, ForwardReview, OutgoingReview } from 'inward';
import { forwardLimit, nextHops } from 'inward/forward';
import { refusedText, type Catalogue } from 'inward/ui';
import type { ForwardChoice } from 'inward/ui/forward';
import { en } from 'inward/ui/notices/en';
import type { Actions, Parts } from './actions.ts';
import type { OpenForward } from './forward-state.ts';
import { currentDirection } from './look.ts';
import { cardOf, meOf, type Bubble } from './model.ts';
import { outgoingContext, type PeerId, type PersonCard } from './personas.ts';
import { focusThread } from './view/focus-soon.ts';

/** What the pause leads to, which the app does in one way everywhere. */
type App = Pick<Actions, 'send' | 'deleteMessage' | 'reports'>;

/** Languages that a chat of this page can have. */
const LANGUAGES: Readonly<Record<string, () => Promise<Catalogue>>> = {
  en: async () => (await import('inward/ui/forward/en')).en, ar: async () => (await import('inward/ui/forward/ar')).ar, my: async () => (await import('inward/ui/forward/my')).my,
};

/** Passing a message on: chats are ticked, held to the limit, and each is reviewed; where a review says so there is a pause, and only then it is sent. */
export class ForwardActions {
  readonly #parts: Parts;
  readonly #app: App;

  constructor(parts: Parts, app: App) {
    this.#parts = parts;
    this.#app = app;
  }

  open(bubble: Bubble): void {
    this.#set({ bubble, chosen: [], mostChats: forwardLimit(bubble.message.forwardHops), refused: [] });
    openDialogSoon('h2');
  }

  choose(peer: PeerId, isIn: boolean): void {
    const { open } = this.#parts.model.forward;
    if (open) this.#set({ ...open, refused: [], chosen: isIn ? [...open.chosen, peer].slice(0, open.mostChats) : open.chosen.filter((one) => one !== peer) });
  }

  /** Sends it, unless there is something to think about first. Where one of the chats cannot be reviewed, or it may not be sent there, nothing goes to any. */
  async go(): Promise<void> {
    const { model } = this.#parts;
    const { open } = model.forward;
    if (open === undefined || open.chosen.length === 0) return;
    const reviews = await Promise.all(open.chosen.map((peer) => this.#review(open.bubble, peer)));
    // Put away, or changed, meanwhile.
    if (model.forward.open !== open) return;
    const refused = open.chosen.flatMap((peer, at) => whyNot(cardOf(model, peer), reviews[at]));
    if (refused.length > 0) return this.#set({ ...open, refused });
    const paused = reviews.find((review) => review?.forward?.card !== undefined)?.forward;
    if (paused === undefined) return this.#sendAll();
    await this.#pause(open, paused).catch(() => { this.#set({ ...open, refused: ['Nothing was sent: the question before it could not be loaded. Try again.'] }); });
  }

  async pressed({ action }: ForwardChoice): Promise<void> {
    const { open } = this.#parts.model.forward;
    if (open === undefined) return;
    const { bubble } = open;
    if (action === 'send-anyway') return this.#sendAll();
    if (action === 'check-first') return this.#check(open);
    this.#close('Not sent.');
    if (action === 'delete') await this.#app.deleteMessage(bubble);
    else await this.#app.reports.open(bubble.peer, { messageId: bubble.message.id });
  }

  putAway(): void {
    this.#close('Not sent.');
  }

  async #review({ message, notices, report }: Bubble, peer: PeerId): Promise<OutgoingReview | undefined> {
    const { model, safety } = this.#parts;
    const sent = { ...message, id: 'draft', conversationId: `with-${peer}`, direction: 'outgoing' as const, forwardHops: nextHops(message.forwardHops) };
    const answered = model.bubbles.some((one) => one.peer === peer && !one.mine);
    const context = outgoingContext(model.me, cardOf(model, peer), model.relationships[peer] ?? 'stranger', meOf(model), answered);
    // A report that still waits to be sent says as much of it, and can be sent yet.
    const marked: ForwardMark | undefined = report === undefined ? undefined : report.isSent ? 'reported' : 'harmful';
    return safety?.reviewOutgoing(sent, context, { forwarded: { hops: message.forwardHops, notices, marked } }).catch(() => undefined);
  }

  async #pause(open: OpenForward, forward: ForwardReview): Promise<void> {
    const { model } = this.#parts;
    const own = cardOf(model, open.bubble.peer).catalogue?.lang;
    const [{ defineForward }, catalogue, english] = await Promise.all([
      import('inward/ui/forward'), (LANGUAGES[own ?? (currentDirection() === 'rtl' ? 'ar' : 'en')] ?? LANGUAGES['en'] as () => Promise<Catalogue>)(), own === undefined ? undefined : inEnglish(forward),
    ]);
    if (model.forward.open !== open) return;
    defineForward();
    this.#set({ ...open, refused: [], pause: { forward, catalogue, english } });
    openDialogSoon('inward-forward');
  }

  /** Who checks rumours, where the pause was. Nothing is opened or sent by that. */
  async #check(open: OpenForward): Promise<void> {
    const help = await import('inward/ui/help').catch(() => undefined);
    if (this.#parts.model.forward.open !== open) return;
    if (help === undefined) return this.#close('Not sent. The list of who checks rumours could not be loaded: ask somebody who can know whether it is true.');
    help.defineHelp();
    const { pause, ...rest } = open;
    this.#set({ ...rest, checking: pause?.catalogue ?? en });
    openDialogSoon('h2');
  }

  async #sendAll(): Promise<void> {
    const { open } = this.#parts.model.forward;
    if (open === undefined) return;
    const { bubble: { message }, chosen } = open;
    this.#close(`Passed on to ${chosen.map((peer) => cardOf(this.#parts.model, peer).name).join(' and ')}.`);
    for (const peer of chosen) await this.#app.send(peer, { text: message.text ?? '', hops: nextHops(message.forwardHops) });
  }

  #close(said: string): void {
    const { model } = this.#parts;
    if (model.forward.open === undefined) return;
    model.announcement = said;
    this.#set(undefined);
    focusThread();
  }

  #set(open: OpenForward | undefined): void {
    this.#parts.model.forward.open = open;
    this.#parts.changed();
  }
}

/** Empty: nothing is in the way. */
function whyNot({ name }: PersonCard, review: OutgoingReview | undefined): readonly string[] {
  if (review === undefined) return [`Nothing was sent: it could not be checked for ${name}. Try again.`];
  return review.allowed ? [] : [`Nothing was sent. To ${name} it cannot go: ${review.why.map((why) => refusedText(why, en)).join(' ')}`];
}

/** Title and reasons of a card, for visitors who do not read its language. */
async function inEnglish({ card = 'check-first', because }: ForwardReview): Promise<string> {
  const { messages } = (await import('inward/ui/forward/en')).en;
  const reasons = card === 'greeting' ? [] : because.slice(0, 2).map((code) => messages[`forward-why-${code}`]);
  return [messages[`forward-title-${card}`], ...reasons].filter((text) => text !== undefined).join(' ');
}

/** The dialog lies over the page; Escape puts it away. */
function openDialogSoon(focus: string): void {
  setTimeout(() => {
    const sheet = document.querySelector<HTMLDialogElement>('dialog.forward-sheet');
    if (sheet === null) return;
    if (!sheet.open) sheet.showModal();
    sheet.querySelector<HTMLElement>(focus)?.focus();
  });
}
