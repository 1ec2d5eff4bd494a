import type { Context } from '../contract/message.ts';
import type { RequestFact } from '../contract/request-friction.ts';
import type { Notice } from '../contract/verdict.ts';
import { digits, type MessageKey, type RequestAction } from './catalogue.ts';
import { make, pressable, InwardElement } from './element.ts';
import type { InwardCover } from './inward-cover.ts';
import { noticeLines } from './notice-copy.ts';
import { plainLine } from './plain-name.ts';
import { CARD_LOOK } from './style.ts';

/** Detail of `inward-action`. */
export interface RequestChoice {
  readonly action: RequestAction;
}

const FACTS = ['mutual', 'age', 'country', 'added-by'] as const;
type Fact = (typeof FACTS)[number];
const ACTIONS: readonly RequestAction[] = ['delete', 'block', 'report', 'accept'];
/** Age of an account in days, below which it reads so. */
const AGES: readonly (readonly [number, MessageKey])[] = [[7, 'age-week'], [30, 'age-month'], [365, 'age-year'], [Infinity, 'age-more']];
/** As in src/contract/request-friction.ts: what stands as a line, and what asks twice before accepting. */
const LINES: readonly (readonly [RequestFact, (context: Context) => boolean, asksTwice: boolean])[] = [
  ['limited', ({ peer }) => peer?.hint === 'limited', true], ['not-encrypted', ({ conversation }) => conversation?.encrypted === false, false],
];
const KNOWN = ['self', 'contact', 'connected', 'accepted'];

/**
 * `<inward-request-card>`: who asks, what the app knows of them, and what the person can do. A fact that is missing or makes
 * no sense reads "not known": nothing is ever called safe. What stands between the tags (messages, covers, links) is shown in it.
 * Where a notice stands, or the service has limited the account, accepting takes a second press, and so does a cover in it.
 * Parts: `title`, `notes`, `facts`, `fact`, `value`, `status`, `buttons`, `button`. Event: `inward-action`.
 */
export class InwardRequestCard extends InwardElement {
  static readonly observedAttributes: readonly string[] = ['name', 'added-by'];

  #name: string | undefined;
  #addedBy: string | undefined;
  #context: Context | undefined;
  #notices: readonly Notice[] = [];
  #asking = false;

  #title!: HTMLElement;
  #notes!: HTMLElement;
  #status!: HTMLElement;
  #list!: HTMLElement;
  #values!: Readonly<Record<Fact, readonly [HTMLElement, HTMLElement]>>;
  #row!: HTMLElement;
  #buttons!: readonly (readonly [RequestAction, HTMLButtonElement])[];
  #keep!: HTMLButtonElement;
  #sure!: HTMLButtonElement;

  constructor() { super(); }

  protected override get look(): string { return CARD_LOOK; }

  /** Name of the sender, or of the group one was added to. */
  get name(): string | undefined { return this.#name; }
  set name(name: string | undefined) {
    this.#name = plainLine(name);
    this.redraw();
  }

  /** Name of whoever added the person to the group, where the app knows it. */
  get addedBy(): string | undefined { return this.#addedBy; }
  set addedBy(name: string | undefined) {
    this.#addedBy = plainLine(name);
    this.redraw();
  }

  /** The same that `screenMessage` got. */
  get context(): Context | undefined { return this.#context; }
  set context(context: Context | null | undefined) {
    this.#change(() => { this.#context = context ?? undefined; });
  }

  /** Of the request's verdicts; what they say stands above the facts. */
  get notices(): readonly Notice[] { return this.#notices; }
  set notices(notices: readonly Notice[] | null | undefined) {
    this.#change(() => { this.#notices = [...notices ?? []]; });
  }

  /**
   * A notice stands, or the service has limited the account: accepting takes a second press, and so does showing what a cover in this card
   * covers, whatever the cover itself says.
   */
  get asksTwice(): boolean { return this.#notices.length > 0 || this.#facts().some(([, , asks]) => asks); }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking = false;
  }

  protected override build(): HTMLElement {
    this.#title = make('h3', { id: 'title', part: 'title' });
    const pair = (): readonly [HTMLElement, HTMLElement] => [make('dt', { part: 'fact' }), make('dd', { part: 'value' })];
    this.#values = { mutual: pair(), age: pair(), country: pair(), 'added-by': pair() };
    this.#list = make('dl', { part: 'facts' }, ...FACTS.map((fact) => make('div', {}, ...this.#values[fact])));
    const tell = (action: RequestAction): void => { this.tell('inward-action', { action } satisfies RequestChoice); };
    this.#buttons = ACTIONS.map((action) => [action, pressable({ part: `button ${action}` }, () => {
      if (action === 'accept' && this.asksTwice) this.#ask(true);
      else tell(action);
    })] as const);
    this.#keep = pressable({ part: 'button keep', class: 'first' }, () => { this.#ask(false); });
    this.#sure = pressable({ part: 'button sure' }, (event) => {
      // The second half of a double click presses nothing.
      if (event.detail > 1) return;
      this.#ask(false);
      tell('accept');
    });
    this.#notes = make('div', { part: 'notes' });
    this.#status = make('p', { part: 'status', role: 'status' });
    this.#row = make('div', { class: 'buttons', part: 'buttons', role: 'group' }, ...this.#buttons.map(([, button]) => button), this.#keep, this.#sure);
    return make('div', { class: 'body', role: 'group', 'aria-labelledby': 'title' }, this.#title, this.#notes, this.#list, make('slot'), this.#status, this.#row);
  }

  protected override draw(): void {
    const isGroup = this.#context?.conversation?.kind === 'group';
    const name = this.#name ?? plainLine(this.#context?.peer?.name);
    this.#title.textContent = isGroup
      ? this.say('request-group', { name: name ?? this.say('not-known') })
      : this.say('request-from', { from: name ?? this.say('unknown-sender') });
    const lines = [...noticeLines(this.words, this.#notices), ...this.#facts().map(([fact]) => this.say(`fact-${fact}`))];
    this.#notes.replaceChildren(...lines.map((line) => make('p', {}, line)));
    this.#list.setAttribute('aria-label', this.say('facts'));
    for (const fact of FACTS) {
      const [label, value] = this.#values[fact];
      label.hidden = value.hidden = fact === 'added-by' && !isGroup;
      label.textContent = this.say(`fact-${fact}`);
      value.textContent = this.#value(fact) ?? this.say('not-known');
    }
    this.#row.setAttribute('aria-label', this.say('actions'));
    for (const [action, button] of this.#buttons) {
      button.textContent = this.say(`action-${action}`);
      button.hidden = this.#asking;
    }
    this.#keep.hidden = this.#sure.hidden = !this.#asking;
    this.#keep.textContent = this.say('accept-keep');
    this.#sure.textContent = this.say('accept-sure');
    this.#status.textContent = this.#asking ? this.say('accept-confirm') : '';
  }

  #facts(): typeof LINES {
    const context = this.#context;
    return context === undefined ? [] : LINES.filter(([, stands]) => stands(context));
  }

  /** What was shown before a notice stood is covered again, as under a cover's own `warned`. */
  #change(change: () => void): void {
    const asked = this.asksTwice;
    change();
    this.#asking = false;
    if (this.asksTwice && !asked) for (const cover of this.querySelectorAll('inward-cover')) (cover as Partial<InwardCover>).coverAgain?.();
    this.redraw();
  }

  #ask(asking: boolean): void {
    this.#asking = asking;
    this.drawNow();
    const next = asking ? this.#keep : this.#buttons.find(([action]) => action === 'accept')?.[1];
    next?.focus();
  }

  #value(fact: Fact): string | undefined {
    const { mutualContacts, accountAgeDays, country } = this.#context?.peer ?? {};
    switch (fact) {
      case 'mutual':
        if (!isCount(mutualContacts)) return undefined;
        return mutualContacts < 1 ? this.say('none') : digits(this.words, Math.floor(mutualContacts));
      case 'age': {
        const found = isCount(accountAgeDays) ? AGES.find(([days]) => accountAgeDays < days) : undefined;
        return found === undefined ? undefined : this.say(found[1]);
      }
      case 'country': return countryName(plainLine(country), this.words.lang);
      case 'added-by': {
        const relationship = this.#context?.conversation?.addedBy;
        if (this.#addedBy !== undefined) return this.#addedBy;
        return relationship === undefined ? undefined : this.say(KNOWN.includes(relationship) ? 'added-by-known' : 'added-by-stranger');
      }
    }
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Codes that stand for no country: ISO 3166-1 leaves them to users, CLDR has names such as "Unknown Region" for some. Kosovo's XK is one in use. */
const NO_COUNTRY = /^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN)$/u;

/** A two-letter code (ISO 3166-1) by its name; one that is none is not known. Words are taken as they are. */
function countryName(country: string | undefined, lang: string): string | undefined {
  if (country === undefined || !/^[A-Za-z]{2}$/u.test(country)) return country;
  const code = country.toUpperCase();
  if (NO_COUNTRY.test(code)) return undefined;
  try {
    return new Intl.DisplayNames(lang === '' ? [] : [lang], { type: 'region', fallback: 'none' }).of(code);
  } catch {
    return country;
  }
}
