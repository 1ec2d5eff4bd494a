import type { MediaKind, RevealProblem } from './catalogue.ts';
import { drawCover, type CoverPicture } from './cover-picture.ts';
import { make, pressable, InwardElement } from './element.ts';
import { download, originalNode, RevealFailure } from './original.ts';
import type { InwardRequestCard } from './inward-request-card.ts';
import { endsWith } from './page-watch.ts';
import { plainFileName, plainLine } from './plain-name.ts';
import { Reveal, type RevealState } from './reveal.ts';
import { COVER_LOOK } from './style.ts';

/** What `open` gets: when the person covers again, `signal` aborts; `progress` takes a share from 0 to 1. */
export interface OpenOptions {
  readonly signal: AbortSignal;
  readonly progress: (share: number) => void;
}
export type OpenOriginal = (options: OpenOptions) => Promise<Blob>;

/** Detail of `inward-state`. */
export interface CoverState {
  readonly state: RevealState;
  readonly problem?: RevealProblem;
}

const KINDS: readonly MediaKind[] = ['image', 'video', 'audio', 'file'];

/**
 * `<inward-cover>`: a covered picture, video, sound or file. `open` is called by a trusted press and by nothing else; the
 * original is in the page from then until it is covered again: by the person, when the page is hidden, dragged or left, when
 * the element leaves the page, and when `open`, `kind` or a new `warned` say that it is another one.
 * Parts: `frame`, `cover`, `original`, `label`, `status`, `progress`, `buttons`, `button`. Event: `inward-state`.
 */
export class InwardCover extends InwardElement {
  static readonly observedAttributes: readonly string[] = ['from', 'kind', 'warned', 'filename'];

  readonly #reveal = new Reveal();
  #cover: CoverPicture | undefined;
  #open: OpenOriginal | undefined;
  #from: string | undefined;
  #kind: MediaKind = 'image';
  #warned = false;
  #fileName: string | undefined;
  /** From the first press to the re-cover; everything of the original hangs on it. */
  #life: AbortController | undefined;
  #blob: Blob | undefined;
  #problem: RevealProblem | undefined;
  #share: number | undefined;

  readonly #canvas = typeof document === 'undefined' ? undefined : make('canvas', { class: 'cover', part: 'cover', 'aria-hidden': 'true', width: '4', height: '3' });
  #frame!: HTMLElement;
  #label!: HTMLElement;
  #status!: HTMLElement;
  #bar!: HTMLProgressElement;
  #buttons!: Readonly<Record<'show' | 'keep' | 'confirm' | 'save' | 'again', HTMLButtonElement>>;

  constructor() { super(); }

  protected override get look(): string { return COVER_LOOK; }

  /** What is shown before; undefined, or no cover at all: a neutral tile. Copied. */
  get cover(): CoverPicture | undefined { return this.#cover; }
  set cover(cover: CoverPicture | undefined) {
    this.#cover = cover;
    if (this.#canvas !== undefined) drawCover(this.#canvas, cover);
  }

  /** Brings the original's bytes. Another function means another original: give the same one while it is the same. */
  get open(): OpenOriginal | undefined { return this.#open; }
  set open(open: OpenOriginal | undefined) {
    if (open === this.#open) return;
    this.#open = open;
    this.#problem = undefined;
    this.coverAgain();
    this.redraw();
  }

  /** The sender's name, as it may be read out. */
  get from(): string | undefined { return this.#from; }
  set from(from: string | undefined) {
    this.#from = plainLine(from);
    this.redraw();
  }

  /** Anything that is not one of the four counts as a file, which is never shown. */
  get kind(): MediaKind { return this.#kind; }
  set kind(kind: MediaKind | undefined) {
    const next = kind === undefined ? 'image' : KINDS.includes(kind) ? kind : 'file';
    if (next !== this.#kind) this.coverAgain();
    this.#kind = next;
    this.redraw();
  }

  /** A notice stands about the sender, here or on the card around: showing takes a second press. */
  get warned(): boolean { return this.#warned || cardAround(this)?.asksTwice === true; }
  set warned(warned: boolean | string | undefined) {
    const next = warned !== undefined && warned !== null && warned !== false;
    if (next && !this.#warned) this.coverAgain();
    this.#warned = next;
    this.redraw();
  }

  /** What a sound or file is saved as. Not shown before. */
  get fileName(): string | undefined { return this.#fileName; }
  set fileName(name: string | undefined) { this.#fileName = name; }

  get state(): RevealState { return this.#reveal.state; }

  /** Covers; from every state, by anybody. There is no method for the other way. */
  coverAgain(): void {
    if (this.#reveal.state === 'covered') return;
    this.#reveal.cover();
    this.#end();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.coverAgain();
  }

  protected override build(): HTMLElement {
    const reveal = (event: MouseEvent): void => { this.#press(event); };
    const cover = (): void => { this.coverAgain(); };
    this.#buttons = {
      keep: pressable({ part: 'button keep', class: 'first' }, cover),
      show: pressable({ part: 'button show', class: 'first' }, reveal),
      confirm: pressable({ part: 'button confirm' }, reveal),
      save: pressable({ part: 'button save', class: 'first' }, () => { this.#save(); }),
      again: pressable({ part: 'button again', class: 'again' }, cover),
    };
    this.#frame = make('div', { class: 'frame', part: 'frame' });
    if (this.#canvas !== undefined) this.#frame.append(this.#canvas);
    this.#label = make('p', { id: 'label', part: 'label', class: 'label' });
    this.#status = make('p', { id: 'status', part: 'status', role: 'status' });
    this.#bar = make('progress', { part: 'progress' });
    return make('div', { role: 'group', 'aria-labelledby': 'label' }, this.#frame, make('div', { class: 'body' },
      this.#label, this.#status, this.#bar, make('div', { class: 'buttons', part: 'buttons' }, ...Object.values(this.#buttons))));
  }

  protected override draw(): void {
    const { state } = this.#reveal;
    const places = { from: this.#from ?? this.say('unknown-sender') };
    const isClear = state === 'clear';
    this.#label.textContent = this.say(`${isClear ? 'shown' : 'hidden'}-${this.#kind}`, places);
    this.#frame.querySelector('.original')?.setAttribute('aria-label', this.#label.textContent);
    write(this.#status, this.#statusText());
    this.#bar.hidden = state !== 'opening';
    this.#bar.setAttribute('aria-label', this.say('opening'));
    if (this.#share === undefined) this.#bar.removeAttribute('value');
    else this.#bar.value = this.#share;
    const { show, keep, confirm, save, again } = this.#buttons;
    put(show, state === 'covered' && this.#open !== undefined, this.say(this.#problem === undefined ? `show-${this.#kind}` : 'retry'));
    put(keep, state === 'confirming', this.say('confirm-keep'));
    put(confirm, state === 'confirming', this.say('confirm-show'));
    put(save, isClear && this.#blob !== undefined, this.say('save'));
    put(again, isClear || state === 'opening', this.say(isClear ? 'hide' : 'stop'));
  }

  #statusText(): string {
    switch (this.#reveal.state) {
      case 'covered': return this.#problem === undefined ? '' : this.say(`problem-${this.#problem}`);
      case 'confirming': return this.say('confirm');
      case 'opening': return this.say('opening');
      case 'clear': return this.say(this.#blob === undefined ? 'now-shown' : 'save-care');
    }
  }

  #press(event: MouseEvent): void {
    const before = this.#reveal.state;
    if (this.#open === undefined) return;
    const after = this.#reveal.reveal(event, { warned: this.warned, visible: this.ownerDocument.visibilityState !== 'hidden' });
    if (after === before) return;
    this.#problem = undefined;
    this.#life ??= new AbortController();
    if (before === 'covered') endsWith(this, this.#life.signal, () => { this.coverAgain(); });
    if (after === 'opening') void this.#bring(this.#open, this.#reveal.attempt, this.#life.signal);
    this.#changed();
  }

  async #bring(open: OpenOriginal, attempt: number, signal: AbortSignal): Promise<void> {
    const progress = (share: number): void => {
      if (signal.aborted || !(share >= 0 && share <= 1)) return;
      this.#share = share;
      this.redraw();
    };
    try {
      const blob = await open({ signal, progress });
      if (signal.aborted) return;
      const node = await originalNode(blob, this.#kind, signal);
      if (!this.#reveal.opened(attempt)) return;
      if (node === undefined) this.#blob = blob;
      else this.#frame.append(node);
      this.#changed();
    } catch (error) {
      if (!this.#reveal.failed(attempt)) return;
      this.#problem = error instanceof RevealFailure ? error.problem : 'failed';
      this.#end();
    }
  }

  #save(): void {
    if (this.#blob !== undefined && this.#life !== undefined) download(this.#blob, plainFileName(this.#fileName), this.#life.signal);
  }

  /** The machine says covered: nothing of the original stays. */
  #end(): void {
    const life = this.#life;
    this.#life = this.#blob = this.#share = undefined;
    life?.abort();
    this.#changed();
  }

  /** Draws at once: what the page shows and what the machine says never differ. Focus stays with the one who had it. */
  #changed(): void {
    const hadFocus = this.shadow.activeElement !== null;
    this.drawNow();
    if (hadFocus) Object.values(this.#buttons).find((button) => !button.hidden)?.focus();
    const { state } = this.#reveal;
    this.tell('inward-state', { state, ...(this.#problem === undefined ? {} : { problem: this.#problem }) } satisfies CoverState);
  }
}

/** The card this stands in, through shadow trees of the app's own components too. */
function cardAround(cover: Element): Partial<InwardRequestCard> | undefined {
  for (let at: Node | null = cover; at instanceof Element;) {
    const card = at.closest('inward-request-card');
    if (card !== null) return card as Partial<InwardRequestCard>;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

function put(button: HTMLButtonElement, isThere: boolean, text: string): void {
  button.hidden = !isThere;
  button.textContent = text;
}

/** Only a changed text: a screen reader reads each change out. */
function write(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
