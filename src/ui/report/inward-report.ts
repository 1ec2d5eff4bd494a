import type { SealedFacts } from '../../contract/report-seal.ts';
import type { Report } from '../../contract/report.ts';
import type { ReportChoices, ReportInHand } from '../../contract/reporting.ts';
import { InwardElement, make, pressable } from '../element.ts';
import { plainLine } from '../plain-name.ts';
import { reportForm, type Chosen, type ReportForm } from './report-form.ts';
import { REPORT_LOOK } from './report-look.ts';
import { previewOf, type PreviewWords } from './report-preview.ts';
import { wordsOf, type ReportKey, type ReportOccasion } from './report-words.ts';

/** Detail of `inward-report`. With `cancelled`, `skipped` and `closed` the screen is empty, and nothing of the report is held any more. */
export interface ReportScreenEvent {
  readonly state: 'sent' | 'waiting' | 'cancelled' | 'skipped' | 'closed';
  /** With `sent` and `waiting`. */
  readonly facts?: SealedFacts;
}

type Stage = 'ask' | 'form' | 'sent' | 'waiting' | 'end';

/**
 * `<inward-report>`: the screen of a report. Set `report` to what `safety.report(…)` resolved with, `catalogue` to one of `inward/ui/report/<tag>`, `nameOf` to
 * what accounts are called, `start` to what is chosen already (an emergency button gives urgency and category), and `ask` to the occasion where the person
 * did not ask for it: then it asks first, and Skip keeps nothing. It shows all that would leave; only a press on Send sends it. `inward-report` tells what became
 * of it. Parts: `title`, `urgency`, `category`, `messages`, `more`, `preview`, `everything`, `button` with `send`, `cancel`, `yes`, `skip`, `again`, `close`.
 */
export class InwardReport extends InwardElement {
  static readonly observedAttributes: readonly string[] = ['ask'];

  #hand: ReportInHand | undefined;
  #occasion: ReportOccasion | undefined;
  #nameOf: (senderId: string | undefined) => string | undefined = () => undefined;
  #chosen: Chosen = {};
  #stage: Stage = 'end';
  #isSending = false;
  #facts: SealedFacts | undefined;
  #preview: Report | undefined;
  #made = '';
  #shownStage: Stage = 'end';
  #problem: ReportKey | undefined;

  #body!: HTMLElement;
  #form: ReportForm | undefined;
  #shown!: HTMLElement;
  #status!: HTMLElement;

  constructor() { super(); }

  protected override get look(): string { return REPORT_LOOK; }

  get report(): ReportInHand | undefined { return this.#hand; }
  set report(hand: ReportInHand | null | undefined) {
    this.#hand = hand ?? undefined;
    this.#stage = hand ? this.#occasion ? 'ask' : 'form' : 'end';
    this.#again();
  }

  /** What accounts are called. */
  get nameOf(): (senderId: string | undefined) => string | undefined { return this.#nameOf; }
  set nameOf(nameOf: ((senderId: string | undefined) => string | undefined) | null | undefined) {
    this.#nameOf = nameOf ?? (() => undefined);
    this.#again();
  }

  get ask(): ReportOccasion | undefined { return this.#occasion; }
  set ask(occasion: ReportOccasion | null | undefined) {
    this.#occasion = occasion ?? undefined;
    if (this.#hand && this.#stage === 'form' && occasion) this.#stage = 'ask';
    this.#again();
  }

  get start(): Partial<ReportChoices> { return this.#chosen; }
  set start(choices: Partial<ReportChoices> | null | undefined) {
    this.#chosen = { ...choices };
    this.#again();
  }

  /** To the title, from where a keyboard goes on. */
  override focus(options?: FocusOptions): void {
    this.shadow.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override build(): HTMLElement {
    this.#status = make('p', { role: 'status' });
    this.#body = make('div', { class: 'body', role: 'region', 'aria-labelledby': 'title' });
    return this.#body;
  }

  protected override draw(): void {
    const key = `${this.#stage} ${this.words.lang}`;
    if (key !== this.#made) {
      this.#made = key;
      this.#body.replaceChildren(...this.#tree());
      // What was pressed is gone; the keyboard goes on at the new title.
      if (this.#shownStage !== 'end' && this.#shownStage !== this.#stage) this.focus();
      this.#shownStage = this.#stage;
    }
    // What is being sent stays what is shown.
    if (this.#stage === 'form' && !this.#isSending) this.#drawPreview();
    this.#status.textContent = this.#problem === undefined ? '' : this.#words.say(this.#problem);
  }

  get #words(): PreviewWords {
    const { lang } = this.words;
    const { say, count } = wordsOf(this.words);
    return {
      say, count,
      when: (time) => new Intl.DateTimeFormat(lang === '' ? undefined : lang, { dateStyle: 'medium', timeStyle: 'short' }).format(time),
      language: (tag) => (tag === 'und' ? this.say('not-known') : new Intl.DisplayNames([lang === '' ? 'en' : lang], { type: 'language' }).of(tag) ?? tag),
      nameOf: (senderId) => plainLine(this.#nameOf(senderId)) ?? senderId ?? this.say('unknown-sender'),
    };
  }

  #again(): void {
    this.#made = '';
    this.#problem = undefined;
    this.redraw();
  }

  #tree(): readonly Node[] {
    const hand = this.#hand;
    const { say } = this.#words;
    const title = (key: ReportKey): HTMLElement => make('h2', { id: 'title', part: 'title', tabindex: '-1' }, say(key, { name: this.#other() }));
    if (hand === undefined || this.#stage === 'end') return [];
    if (this.#stage === 'ask') {
      return [title(`ask-${this.#occasion ?? 'block'}`), make('p', {}, say('ask-nothing')), this.#buttons(
        ['yes', 'ask-yes', () => { this.#go('form'); }], ['skip', 'ask-skip', () => { this.#end('skipped'); }])];
    }
    if (this.#stage === 'sent' || this.#stage === 'waiting') return this.#outcome(title);
    const sends = this.#buttons(['send', 'send', (event) => { void this.#send(event); }], ['cancel', 'cancel', () => { this.#end('cancelled'); }]);
    sends.classList.add('end');
    this.#shown = make('div', { class: 'preview', part: 'preview', role: 'group', 'aria-label': say('preview') });
    this.#form = reportForm(hand, this.#chosen, this.#words, () => {
      this.#problem = undefined;
      this.redraw();
    });
    return [title('title'), this.#form.fields, this.#shown, make('div', { class: 'end-status' }, this.#status), sends];
  }

  #drawPreview(): void {
    const hand = this.#hand as ReportInHand;
    const words = this.#words;
    this.#preview = undefined;
    const isOpen = this.#shown.querySelector('details')?.open === true;
    let inside: readonly Node[] = [make('p', {}, words.say('choose'))];
    const { partner = false, category, ...others } = this.#chosen;
    if (category !== undefined) {
      try {
        this.#preview = hand.preview({ ...others, category, ...this.words.lang === '' ? {} : { uiLocale: this.words.lang } });
        inside = previewOf(this.#preview, hand, partner, words);
      } catch {
        inside = [make('p', {}, words.say('too-long'))];
      }
    }
    const offline = navigator.onLine ? [] : [make('p', {}, words.say('offline'))];
    this.#shown.replaceChildren(make('h3', {}, words.say('preview')), ...inside, ...offline);
    const details = this.#shown.querySelector('details');
    if (details) details.open = isOpen;
  }

  async #send(press: MouseEvent): Promise<void> {
    const preview = this.#preview;
    if (preview === undefined) {
      this.#say(this.#chosen.category === undefined ? 'choose' : 'too-long');
      this.#form?.focusCategory();
      return;
    }
    // The second half of a double click sends nothing twice.
    if (press.detail > 1 || this.#isSending) return;
    const hand = this.#hand as ReportInHand;
    this.#isSending = true;
    this.#say('sending');
    try {
      const { state, facts } = await hand.send(preview, { press, partner: this.#chosen.partner === true });
      this.#facts = facts;
      this.#go(state);
      if (state === 'sent') hand.discard();
      this.tell('inward-report', { state, facts } satisfies ReportScreenEvent);
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      this.#say(code === 'recipient-key-expired' || code === 'policy-mismatch' ? 'expired' : 'failed');
    } finally {
      this.#isSending = false;
    }
  }

  /** The ticket: what is stored, and nothing of what was said. */
  #outcome(title: (key: ReportKey) => HTMLElement): readonly Node[] {
    const { say, count, when } = this.#words;
    const { reportId, messages, category, recipients, sealedAt } = this.#facts as SealedFacts;
    const isSent = this.#stage === 'sent';
    const rows = [[say('number'), reportId.slice(0, 8)], [say('to'), recipients.map(({ name }) => name).join(' + ')], [say('category'), say(`category-${category}`)], [say('messages'), count('report-count', messages)]] as const;
    return [title(isSent ? 'sent' : 'waiting'), make('dl', {}, ...rows.map(([label, value]) => make('div', {}, make('dt', {}, label), make('dd', {}, value)))), make('p', {}, when(sealedAt)),
      ...isSent ? [make('p', {}, say('answer'))] : [], this.#status,
      isSent ? this.#buttons(['close', 'close', () => { this.#end('closed'); }])
        : this.#buttons(['again', 'again', (event) => { void this.#send(event); }], ['close', 'close', () => { this.#end('closed'); }])];
  }

  #buttons(...all: readonly (readonly [part: string, key: ReportKey, pressed: (event: MouseEvent) => void])[]): HTMLElement {
    return make('div', { class: 'buttons' }, ...all.map(([part, key, pressed], at) => {
      const button = pressable({ part: `button ${part}`, ...at === 0 ? { class: 'first' } : {} }, pressed);
      button.textContent = this.#words.say(key);
      return button;
    }));
  }

  #other(): string {
    const { messages = [], target } = this.#hand ?? {};
    const senderId = messages.filter(({ isOwn, id }) => !isOwn && (target?.messageId === undefined || id === target.messageId)).at(-1)?.senderId;
    return this.#words.nameOf(senderId);
  }

  #say(problem: ReportKey): void {
    this.#problem = problem;
    this.#status.textContent = this.#words.say(problem);
  }

  #go(stage: Stage): void {
    this.#stage = stage;
    this.#problem = undefined;
    this.redraw();
  }

  #end(state: 'cancelled' | 'skipped' | 'closed'): void {
    this.#hand?.discard();
    this.#hand = this.#preview = this.#facts = undefined;
    this.#chosen = {};
    this.#go('end');
    this.tell('inward-report', { state } satisfies ReportScreenEvent);
  }
}
