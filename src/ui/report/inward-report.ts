import type { SealedFacts } from '../../contract/report-seal.ts';
import type { Report } from '../../contract/report.ts';
import type { ReportChoices, ReportInHand } from '../../contract/reporting.ts';
import { InwardElement, make } from '../element.ts';
import { otherIn, previewWords } from './preview-words.ts';
import { buttonsOf, type ButtonOf } from './report-buttons.ts';
import { reportForm, type Chosen, type ReportForm } from './report-form.ts';
import { REPORT_LOOK } from './report-look.ts';
import { outcomeOf } from './report-outcome.ts';
import { previewOf, showPreview, type PreviewWords } from './report-preview.ts';
import { isPast, lackOf } from './report-problems.ts';
import type { ReportEnd, ReportScreenEvent } from './report-screen-event.ts';
import type { ReportKey, ReportOccasion } from './report-words.ts';

type Stage = 'ask' | 'form' | 'sent' | 'waiting' | 'end';

/**
 * `<inward-report>`: the screen of a report. Set `report` to what `safety.report(…)` resolved with, `catalogue` to one of `inward/ui/report/<tag>`, `nameOf` to
 * what accounts are called, `start` to what is chosen at the start of every report (an emergency button gives urgency and category), and `ask` to the occasion
 * where the person did not ask for it: then it asks first, and Skip keeps nothing. With `pressing` it shows a report that asks for an answer, and there is nothing to choose. It shows all that would leave; only a press on Send sends it, and while it is
 * being sent nothing can be changed. `inward-report` tells what became of it. Call `focus()` when it is shown. Parts: `title`, `urgency`, `category`, `messages`,
 * `more`, `preview`, `everything`, `button` with `send`, `cancel`, `yes`, `skip`, `again`, `close`, `withdraw`.
 */
export class InwardReport extends InwardElement {
  static readonly observedAttributes: readonly string[] = ['ask'];

  #hand: ReportInHand | undefined;
  #occasion: ReportOccasion | undefined;
  #nameOf: (senderId: string | undefined) => string | undefined = () => undefined;
  #start: Partial<ReportChoices> = {};
  #pressing = false;
  #chosen: Chosen = {};
  #stage: Stage = 'end';
  /** Whose promise is not kept yet. */
  #sending: ReportInHand | undefined;
  #facts: SealedFacts | undefined;
  #missing: readonly string[] = [];
  #preview: Report | undefined;
  /** Why there is none. */
  #lack: ReportKey = 'choose';
  #made = '';
  #shownStage = 'end';
  #problem: ReportKey | undefined;

  #body!: HTMLElement;
  #form: ReportForm | undefined;
  #shown: HTMLElement | undefined;
  #status!: HTMLElement;

  constructor() { super(); }

  protected override get look(): string { return REPORT_LOOK; }

  get report(): ReportInHand | undefined { return this.#hand; }
  set report(hand: ReportInHand | null | undefined) {
    this.#hand = hand ?? undefined;
    this.#drop();
    this.#stage = hand ? this.#occasion ? 'ask' : 'form' : 'end';
    // What was read of copies meanwhile is shown before it leaves.
    void hand?.ready?.then(() => { if (hand === this.#hand) this.redraw(); });
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

  get start(): Partial<ReportChoices> { return this.#start; }
  set start(choices: Partial<ReportChoices> | null | undefined) {
    this.#start = { ...choices };
    this.#chosen = { ...choices };
    this.#again();
  }

  /** The report asks for an answer to an earlier one: what `start` says is shown as it would leave, without a form. */
  get pressing(): boolean { return this.#pressing; }
  set pressing(pressing: boolean | null | undefined) {
    this.#pressing = pressing === true;
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
    const stage = `${this.#stage} ${this.#missing.join()}`;
    const key = `${stage} ${this.words.lang}`;
    if (key !== this.#made) {
      this.#body.replaceChildren(...this.#tree());
      this.#made = key;
      // What was pressed is gone; the keyboard goes on at the new title.
      if (!this.#shownStage.startsWith('end') && this.#shownStage !== stage) this.focus();
      this.#shownStage = stage;
    }
    if (this.#stage === 'form') this.#drawPreview();
    // What is being sent is what is shown, and goes on until its promise is kept.
    if (this.#form) this.#form.fields.inert = this.#isSending;
    for (const button of this.#body.querySelectorAll<HTMLButtonElement>('button:not(.first)')) button.disabled = this.#isSending;
    this.#status.textContent = this.#problem === undefined ? '' : this.#words.say(this.#problem);
  }

  get #words(): PreviewWords {
    return previewWords(this.words, { language: this.say('not-known'), sender: this.say('unknown-sender') }, this.#nameOf);
  }

  #again(): void {
    this.#made = '';
    this.#problem = undefined;
    this.redraw();
  }

  #tree(): readonly Node[] {
    const hand = this.#hand;
    const { say } = this.#words;
    this.#form = this.#shown = undefined;
    const title = (key: ReportKey): HTMLElement => make('h2', { id: 'title', part: 'title', tabindex: '-1' }, say(key, { name: this.#words.nameOf(otherIn(hand)) }));
    if (hand === undefined || this.#stage === 'end') return [];
    if (this.#stage === 'ask') {
      return [title(`ask-${this.#occasion ?? 'block'}`), make('p', {}, say('ask-nothing')), this.#buttons(
        ['yes', 'ask-yes', () => { this.#go('form'); }], ['skip', 'ask-skip', () => { this.#end('skipped'); }])];
    }
    if (this.#stage === 'sent' || this.#stage === 'waiting') return this.#outcome(title);
    const sends = this.#buttons(['send', 'send', (event) => { void this.#send(event); }], ['cancel', 'cancel', () => { void this.#withdraw('cancelled'); }]);
    this.#shown = make('div', { class: 'preview', part: 'preview', role: 'group', 'aria-label': say('preview') });
    const end = [this.#shown, make('div', { class: 'end' }, this.#status, sends)];
    if (this.#pressing) return [title('press'), ...end];
    this.#form = reportForm(hand, this.#chosen, this.#words, () => { this.#go('form'); });
    return [title('title'), this.#form.fields, ...end];
  }

  #drawPreview(): void {
    const [hand, shown] = [this.#hand, this.#shown];
    if (hand === undefined || shown === undefined) return;
    const words = this.#words;
    if (!this.#isSending) this.#build(hand);
    showPreview(shown, this.#preview === undefined ? [make('p', {}, words.say(this.#lack))] : previewOf(this.#preview, hand, this.#chosen.partner === true, words), words);
  }

  /** The preview of what is chosen, or why there is none. Before a category is chosen it tells the form how the messages are written. */
  #build(hand: ReportInHand): void {
    const { partner: _partner, preset: _preset, category = 'other', ...others } = this.#chosen;
    this.#preview = undefined;
    this.#lack = 'choose';
    try {
      const built = hand.preview({ ...others, category, ...this.words.lang === '' ? {} : { uiLocale: this.words.lang } });
      this.#form?.follow(built.writing);
      if (this.#chosen.category !== undefined) this.#preview = built;
    } catch (error) {
      this.#lack = lackOf(error);
    }
  }

  async #send(press: MouseEvent): Promise<void> {
    const [hand, preview] = [this.#hand, this.#preview];
    if (hand === undefined) return;
    if (preview === undefined) {
      this.#say(this.#lack);
      if (this.#lack === 'choose') this.#form?.focusCategory();
      return;
    }
    // The second half of a double click sends nothing twice.
    if (press.detail > 1 || this.#isSending) return;
    this.#sending = hand;
    this.#say('sending');
    this.redraw();
    try {
      const { state, facts, missing } = await hand.send(preview, { press, partner: this.#chosen.partner === true });
      const isDone = state === 'sent' && missing.length === 0;
      if (isDone) hand.discard();
      // Another report was put in its place meanwhile.
      if (hand !== this.#hand) return;
      const before = `${this.#stage} ${this.#missing.join()}`;
      this.#facts = facts;
      this.#missing = state === 'sent' ? missing : [];
      if (isDone) this.#preview = undefined;
      this.#go(state);
      if (before === `${state} ${this.#missing.join()}`) this.#say('offline');
      this.tell('inward-report', { state, facts, missing } satisfies ReportScreenEvent);
    } catch (error) {
      if (hand !== this.#hand) return;
      const isOver = isPast(error);
      // It waits no longer either: it is shown anew, as it would leave now.
      if (this.#stage !== 'sent') this.#go('form');
      this.#say(isOver ? 'expired' : 'failed');
    } finally {
      if (this.#sending === hand) this.#sending = undefined;
      this.redraw();
    }
  }

  get #isSending(): boolean { return this.#hand !== undefined && this.#sending === this.#hand; }

  #outcome(title: (key: ReportKey) => HTMLElement): readonly Node[] {
    const words = this.#words;
    const isSent = this.#stage === 'sent';
    const again = ['again', 'again', (event: MouseEvent) => { void this.#send(event); }] as const;
    const close = ['close', 'close', () => { this.#end('closed'); }] as const;
    return [title(isSent ? 'sent' : 'waiting'), ...outcomeOf(this.#facts as SealedFacts, this.#missing, words),
      ...isSent && this.#chosen.contact !== 'none' ? [make('p', {}, words.say('answer'))] : [], this.#status,
      !isSent ? this.#buttons(again, close, ['withdraw', 'withdraw', () => { void this.#withdraw('withdrawn'); }]) : this.#missing.length > 0 ? this.#buttons(again, close) : this.#buttons(close)];
  }

  #buttons(...all: readonly ButtonOf[]): HTMLElement { return buttonsOf(all, this.#words); }

  #say(problem: ReportKey): void {
    this.#problem = problem;
    this.#status.textContent = this.#words.say(problem);
  }

  #go(stage: Stage): void {
    this.#stage = stage;
    this.#problem = undefined;
    this.redraw();
  }

  /** What the person takes back must not wait in the store either. */
  async #withdraw(state: 'cancelled' | 'withdrawn'): Promise<void> {
    const hand = this.#hand;
    try {
      await hand?.withdraw();
    } catch {
      if (hand === this.#hand) this.#say('stays');
      return;
    }
    if (hand === this.#hand) this.#end(state);
  }

  /** Nothing of a report stays with this element. */
  #drop(): void {
    this.#preview = this.#facts = this.#form = this.#shown = undefined;
    this.#missing = [];
    this.#chosen = { ...this.#start };
  }

  #end(state: ReportEnd): void {
    this.#hand?.discard();
    this.#hand = undefined;
    this.#drop();
    this.#go('end');
    this.tell('inward-report', { state } satisfies ReportScreenEvent);
  }
}
