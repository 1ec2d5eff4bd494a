import type { AgeBand } from '../../contract/message.ts';
import { countText, fill, textIfAny, type HelpKey, type MessageKey } from '../catalogue.ts';
import { InwardElement, make, pressable } from '../element.ts';
import { HELP_LOOK } from '../style.ts';
import { CHECKERS_EVERYWHERE, FACT_CHECKERS } from './fact-checkers.ts';
import { helpGroups, hostOf, phoneHref, webHref } from './help-order.ts';
import { EVERYWHERE, REGIONS, type HelpService } from './regions.ts';

/** Detail of `inward-open`. */
export interface HelpOpen {
  /** `tel:` or `https:`. */
  readonly href: string;
}

/** `care`: help lines, and somebody to talk to; `facts`: who checks what goes round. */
export type HelpTopic = 'care' | 'facts';

/** Services that an app adds, by region (ISO 3166-1); under `''` those for every region. */
export type OwnServices = Readonly<Record<string, readonly HelpService[]>>;

const DIRECTORIES = {
  care: { title: 'title', regions: REGIONS, everywhere: EVERYWHERE },
  facts: { title: 'title-facts', regions: FACT_CHECKERS, everywhere: CHECKERS_EVERYWHERE },
} as const;
const AGES: readonly unknown[] = ['child', 'teen', 'adult', 'unknown'] satisfies readonly AgeBand[];

/**
 * `<inward-help>`: help lines of a region, or with `topic="facts"` who checks rumours there, offline: they stand in this entry, which an app loads when it is wanted. Nothing here is a link: a number or a site
 * is text with a button, the button asks once more, and only then is anything opened (`inward-open`, cancelable). The first button, and Esc, leave at once: what
 * was shown is taken out of the page, the element hides, and `inward-exit` tells the app, which shows something neutral. Nothing is stored.
 * Set `region` (ISO 3166-1), `ageBand`, and `own` for services that your app knows, which stand before those of the directory; the person can choose another region. Parts: `title`, `exit`, `region`, `group`, `service`, `source`, `button`.
 */
export class InwardHelp extends InwardElement {
  static readonly observedAttributes: readonly string[] = ['region', 'age-band', 'topic', 'hidden'];

  #region = '';
  #ageBand: AgeBand = 'unknown';
  #topic: HelpTopic = 'care';
  #own: OwnServices = {};
  #made = '';

  #body!: HTMLElement;
  #exit!: HTMLButtonElement;
  #key!: HTMLElement;
  #title!: HTMLElement;
  #free!: HTMLElement;
  #label!: HTMLElement;
  #select!: HTMLSelectElement;
  #status!: HTMLElement;
  #groups!: HTMLElement;

  constructor() { super(); }

  protected override get look(): string { return HELP_LOOK; }

  get region(): string { return this.#region; }
  set region(region: string | null | undefined) {
    this.#region = typeof region === 'string' && /^[a-z]{2}$/iu.test(region) ? region.toUpperCase() : '';
    this.redraw();
  }

  get ageBand(): AgeBand { return this.#ageBand; }
  set ageBand(ageBand: AgeBand | null | undefined) {
    this.#ageBand = AGES.includes(ageBand) ? ageBand as AgeBand : 'unknown';
    this.redraw();
  }

  get topic(): HelpTopic { return this.#topic; }
  set topic(topic: HelpTopic | null | undefined) {
    this.#topic = topic === 'facts' ? 'facts' : 'care';
    this.redraw();
  }

  get own(): OwnServices { return this.#own; }
  set own(own: OwnServices | null | undefined) {
    this.#own = own ?? {};
    this.redraw();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('keydown', this.#onKey, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('keydown', this.#onKey, true);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'hidden') this.redraw();
    else super.attributeChangedCallback(name, old, value);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.isTrusted && this.getClientRects().length > 0) this.#leave();
  };

  protected override build(): HTMLElement {
    this.#exit = pressable({ part: 'button exit', class: 'first', 'aria-describedby': 'key' }, () => { this.#leave(); });
    this.#key = make('p', { id: 'key' });
    this.#title = make('h2', { id: 'title', part: 'title' });
    this.#free = make('p');
    this.#select = make('select', { id: 'select', part: 'region' });
    this.#select.addEventListener('change', () => { this.region = this.#select.value; });
    this.#label = make('label', { for: 'select' });
    this.#status = make('p', { role: 'status' });
    this.#groups = make('div', { class: 'groups' });
    this.#body = make('div', { class: 'body', role: 'region', 'aria-labelledby': 'title' },
      this.#exit, this.#key, this.#title, this.#free, make('div', { class: 'choose' }, this.#label, this.#select), this.#status, this.#groups);
    return this.#body;
  }

  protected override draw(): void {
    if (this.hidden) {
      this.#groups.replaceChildren();
      this.#status.textContent = '';
      this.#made = '';
      return;
    }
    this.#exit.textContent = this.#say('exit');
    this.#key.textContent = this.#say('exit-key');
    this.#title.textContent = this.#say(DIRECTORIES[this.#topic].title);
    this.#free.textContent = this.#say('free');
    this.#label.textContent = this.#say('region');
    const drawn = JSON.stringify([this.words.lang, this.#region, this.#ageBand, this.#topic, this.#own]);
    if (drawn !== this.#made) this.#make();
    this.#made = drawn;
  }

  #make(): void {
    const { regions, everywhere } = DIRECTORIES[this.#topic];
    const own = this.#own;
    const of = (all: OwnServices, region: string): readonly HelpService[] => (Object.hasOwn(all, region) ? all[region] ?? [] : []);
    const services = this.#region === '' ? [] : [...of(own, this.#region), ...of(regions, this.#region)];
    const names = this.#names();
    const options = [...new Set([...Object.keys(own), ...Object.keys(regions)])].filter((code) => code !== '').map((code) => [code, names(code)] as const).sort((a, b) => a[1].localeCompare(b[1], this.words.lang));
    this.#select.replaceChildren(...[['', this.#say('everywhere')] as const, ...options].map(([value, text]) => {
      const option = make('option', { value }, text);
      option.selected = value === (services.length > 0 ? this.#region : '');
      return option;
    }));
    this.#status.textContent = services.length === 0 ? this.#say('none') : countText(this.words, 'help-count', services.length) ?? '';
    const key = { emergency: 'emergency', young: 'for-young', all: 'for-all', facts: 'for-facts', everywhere: 'everywhere' } as const;
    this.#groups.replaceChildren(...helpGroups(services, [...of(own, ''), ...everywhere], this.#ageBand).map((group) => make('section', { part: 'group' },
      make('h3', {}, this.#say(key[group.for])), make('ul', {}, ...group.services.map((service) => this.#service(service))))));
  }

  #names(): (code: string) => string {
    try {
      const names = new Intl.DisplayNames([this.words.lang], { type: 'region' });
      return (code) => names.of(code) ?? code;
    } catch {
      // No such table, or a tag that is none.
      return (code) => code;
    }
  }

  #service({ name, phone, web, source, checked }: HelpService): HTMLElement {
    const ask = make('div', { class: 'ask' });
    const ways = [
      ...(phone === undefined ? [] : [[this.#say('call', { number: phone }), phoneHref(phone), phone] as const]),
      ...(web === undefined ? [] : [[this.#say('web', { host: web }), webHref(web), web] as const]),
    ].flatMap(([text, href, place]) => (href === undefined ? [] : [this.#way(text, href, place, ask)]));
    return make('li', { part: 'service' }, make('strong', {}, make('bdi', {}, name)), make('div', { class: 'buttons' }, ...ways), ask,
      make('small', { part: 'source' }, this.#say('checked', { date: checked, host: hostOf(source) })));
  }

  #way(text: string, href: string, place: string, ask: HTMLElement): HTMLButtonElement {
    const button = pressable({ part: 'button way' }, () => {
      const close = (): void => {
        ask.replaceChildren();
        button.focus();
      };
      const go = pressable({ part: 'button go', class: 'first' }, () => {
        close();
        if (this.tell('inward-open', { href } satisfies HelpOpen)) openOutside(href);
      });
      const stay = pressable({ part: 'button stay' }, close);
      go.textContent = this.#say('go');
      stay.textContent = this.#say('stay');
      ask.replaceChildren(make('p', { role: 'status' }, this.#say('leaves', { place })), make('div', { class: 'buttons' }, stay, go));
      stay.focus();
    });
    button.textContent = text;
    return button;
  }

  #leave(): void {
    this.#groups.replaceChildren();
    this.hidden = true;
    this.tell('inward-exit', {});
  }

  #say(key: HelpKey extends `help-${infer Name}` ? Name : never, places?: Readonly<Record<string, string>>): string {
    const full = `help-${key}`;
    return textIfAny(this.words, full) === undefined ? full : fill(this.words, full as MessageKey, places);
  }
}

/** A number stays in this window, where the system asks; a site gets one of its own that does not know this one. */
function openOutside(href: string): void {
  if (href.startsWith('tel:')) location.assign(href);
  else open(href, '_blank', 'noopener,noreferrer');
}
