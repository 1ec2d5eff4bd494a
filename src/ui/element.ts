import { catalogueInUse, fill, onCatalogue, type Catalogue, type MessageKey } from './catalogue.ts';
import { adopt } from './style.ts';

// On a server there is no HTMLElement; the classes can be named there, never made.
const Base: typeof HTMLElement = typeof HTMLElement === 'undefined' ? class {} as typeof HTMLElement : HTMLElement;

/** Attributes whose property has another spelling. */
const ATTRIBUTES: Readonly<Record<string, string>> = { filename: 'fileName', 'added-by': 'addedBy', 'shows-where': 'showsWhere', 'age-band': 'ageBand' };

/** What the elements share: shadow tree, language, one drawing for many changes. */
export abstract class InwardElement extends Base {
  readonly #root: ShadowRoot;
  #catalogue: Catalogue | undefined;
  #endListening: (() => void) | undefined;
  #isDue = false;

  protected constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
  }

  /** This element's own language; undefined: the one of `useCatalogue`. */
  get catalogue(): Catalogue | undefined { return this.#catalogue; }
  set catalogue(catalogue: Catalogue | undefined) {
    this.#catalogue = catalogue;
    this.redraw();
  }

  protected abstract readonly look: string;
  /** The tree, made once. */
  protected abstract build(): HTMLElement;
  /** Brings the tree in line with properties and state. May run at any time, any number of times. */
  protected abstract draw(): void;

  connectedCallback(): void {
    this.takeEarlyProperties();
    adopt(this.#root, this.look);
    if (this.#root.firstChild === null) this.#root.append(this.build());
    this.#endListening ??= onCatalogue(() => { this.redraw(); });
    this.drawNow();
  }

  disconnectedCallback(): void {
    this.#endListening?.();
    this.#endListening = undefined;
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    (this as unknown as Record<string, unknown>)[ATTRIBUTES[name] ?? name] = value ?? undefined;
  }

  protected get words(): Catalogue { return this.#catalogue ?? catalogueInUse(); }

  protected say(key: MessageKey, places?: Readonly<Record<string, string>>): string { return fill(this.words, key, places); }

  /** Draws once, after the code that is changing things has run. */
  protected redraw(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.isConnected) this.drawNow();
    });
  }

  protected drawNow(): void {
    const body = this.#root.firstElementChild;
    if (!(body instanceof HTMLElement)) return;
    if (this.words.lang !== '') body.lang = this.words.lang;
    body.dir = this.words.dir;
    this.draw();
  }

  protected get shadow(): ShadowRoot { return this.#root; }

  /** Says something to the host app; true: nobody prevented it. */
  protected tell(name: string, detail: object): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  /** What a framework set before the class was known hides the accessors of the same name. */
  private takeEarlyProperties(): void {
    for (const name of Object.keys(this)) {
      if (!(name in Object.getPrototypeOf(this))) continue;
      const early = this as unknown as Record<string, unknown>;
      const value = early[name];
      delete early[name];
      early[name] = value;
    }
  }
}

/** A node with its attributes; `style` is not among them, for the page's policy. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/**
 * A button that only a person can press: a click made by script does nothing, and neither do the repeats of a key held down,
 * which would press what takes this button's place. Assistive technology makes trusted clicks.
 */
export function pressable(attributes: Readonly<Record<string, string>>, pressed: (event: MouseEvent) => void): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes });
  button.addEventListener('click', (event) => { if (event.isTrusted) pressed(event); });
  button.addEventListener('keydown', (event) => { if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault(); });
  return button;
}
