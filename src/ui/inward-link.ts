import { reasonText } from './catalogue.ts';
import { make, pressable, InwardElement } from './element.ts';
import { endsWith } from './page-watch.ts';
import { plainLine } from './plain-name.ts';
import { LINK_LOOK } from './style.ts';

/** Detail of `inward-open`: the address, as the browser reads it. */
export interface LinkOpen {
  readonly href: string;
}

/**
 * `<inward-link>`: a link that goes nowhere by itself: its text, why it is closed, and the host spelled out. A first press
 * asks, a second opens: `inward-open` (cancelable), then a new window without opener or referrer. There is never an `<a>`.
 * Parts: `text`, `why`, `host`, `status`, `buttons`, `button`.
 */
export class InwardLink extends InwardElement {
  static readonly observedAttributes: readonly string[] = ['href', 'text', 'why'];

  #href: string | undefined;
  #text: string | undefined;
  #why: readonly string[] = [];
  #asking: AbortController | undefined;

  #shown!: HTMLElement;
  #reasons!: HTMLElement;
  #host!: HTMLElement;
  #status!: HTMLElement;
  #ask!: HTMLButtonElement;
  #keep!: HTMLButtonElement;
  #go!: HTMLButtonElement;

  constructor() { super(); }

  protected override get look(): string { return LINK_LOOK; }

  /** Where it goes. Without a scheme: `https:`. Only `http:` and `https:` ever open. */
  get href(): string | undefined { return this.#href; }
  set href(href: string | undefined) {
    this.#href = typeof href === 'string' ? href : undefined;
    this.close();
    this.redraw();
  }

  /** What the message shows. */
  get text(): string | undefined { return this.#text; }
  set text(text: string | undefined) {
    this.#text = plainLine(text, 300);
    this.close();
    this.redraw();
  }

  /** `why` of the verdict's link; as an attribute, with spaces between. */
  get why(): readonly string[] { return this.#why; }
  set why(why: readonly string[] | string | undefined) {
    this.#why = typeof why === 'string' ? why.split(/\s+/u).filter((code) => code !== '') : [...why ?? []];
    this.redraw();
  }

  /** Back to the first step. */
  close(): void {
    if (this.#asking === undefined) return;
    this.#asking.abort();
    this.#asking = undefined;
    this.#changed();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  protected override build(): HTMLElement {
    this.#shown = make('p', { id: 'text', part: 'text', class: 'inert', dir: 'auto' });
    this.#reasons = make('div', { part: 'why' });
    this.#host = make('p', { part: 'host', class: 'host' });
    this.#status = make('p', { part: 'status', role: 'status' });
    this.#ask = pressable({ part: 'button ask', 'aria-describedby': 'text' }, () => {
      this.#asking = new AbortController();
      endsWith(this, this.#asking.signal, () => { this.close(); });
      this.#changed();
    });
    this.#keep = pressable({ part: 'button keep', class: 'first' }, () => { this.close(); });
    this.#go = pressable({ part: 'button open' }, (event) => { if (event.detail <= 1) this.#open(); });
    return make('div', { class: 'body', role: 'group' }, this.#shown, this.#host, this.#reasons, this.#status,
      make('div', { class: 'buttons', part: 'buttons' }, this.#ask, this.#keep, this.#go));
  }

  protected override draw(): void {
    const url = webAddress(this.#href);
    const isAsking = this.#asking !== undefined;
    this.shadow.querySelector('.body')?.setAttribute('aria-label', this.say('link'));
    this.#shown.textContent = this.#text ?? plainLine(this.#href, 300) ?? '';
    this.#host.textContent = url === undefined ? this.say('link-not-web') : this.say('link-goes', { host: url.host });
    const lines = this.#why.map((why) => reasonText(this.words, why));
    if (url !== undefined && mixesLetters(url.hostname)) lines.push(this.say('link-other-letters'));
    this.#reasons.replaceChildren(...[...new Set(lines)].map((line) => make('p', {}, line)));
    this.#status.textContent = isAsking && url !== undefined ? this.say('link-confirm', { host: url.host }) : '';
    this.#ask.textContent = this.say('link-ask');
    this.#keep.textContent = this.say('link-keep');
    this.#go.textContent = this.say('link-open');
    this.#ask.hidden = isAsking || url === undefined;
    this.#keep.hidden = this.#go.hidden = !isAsking || url === undefined;
  }

  #open(): void {
    const url = webAddress(this.#href);
    if (url === undefined || this.#asking === undefined) return;
    this.close();
    if (this.tell('inward-open', { href: url.href } satisfies LinkOpen)) this.ownerDocument.defaultView?.open(url.href, '_blank', 'noopener,noreferrer');
  }

  #changed(): void {
    const hadFocus = this.shadow.activeElement !== null;
    this.drawNow();
    if (hadFocus) [this.#ask, this.#keep].find((button) => !button.hidden)?.focus();
  }
}

/** Letters beyond ASCII under an ASCII end: where look-alikes stand, as the engine says it with its table and the element without. */
function mixesLetters(hostname: string): boolean {
  const labels = hostname.split('.');
  return !(labels.at(-1) ?? '').startsWith('xn--') && labels.some((label) => label.startsWith('xn--'));
}

/**
 * An address of the web, or undefined. A user name before the host, which can look like one, is no part of what is shown. What stands before a colon
 * is a host only where it holds a dot and a port follows (`tel:112` is none); without a scheme, what has an `@` before its path is a mail address.
 */
export function webAddress(href: string | undefined): URL | undefined {
  if (href === undefined) return undefined;
  const text = href.trim();
  const hasScheme = /^[a-z][a-z0-9+-]*:|^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/iu.test(text);
  // Without a scheme: a name with a dot and a letter in it, or four numbers. No mail address, no telephone number, no sentence.
  if (!hasScheme && !text.startsWith('//') && !/^(?=[^/?#\\]*[.\u3002\uff0e\uff61])(?![^/?#\\]*[@\s])(?:[^/?#\\]*\p{L}|(?:\d{1,3}\.){3}\d{1,3}(?=[:/?#]|$))/u.test(text)) return undefined;
  try {
    const url = new URL(hasScheme ? text : `https://${text.replace(/^\/+/u, '')}`);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url : undefined;
  } catch {
    return undefined;
  }
}
