import type { NoticeAnswerCode } from '../contract/engine.ts';
import type { AgeBand } from '../contract/message.ts';
import type { Notice, NoticeLayout, NoticeRange, ReasonCode } from '../contract/verdict.ts';
import type { NoticeChoiceCode } from './catalogue.ts';
import { make, pressable, InwardElement } from './element.ts';
import { answerOf, noticeCopy, QUIET, type NoticeChoiceText, type NoticeFact } from './notice-copy.ts';
import { NOTICE_LOOK } from './style.ts';

/** Detail of `inward-notice`. */
export interface NoticeChoice {
  readonly action: NoticeChoiceCode;
  readonly notice: Notice;
  /** What the press answers, for `safety.answerNotice`; absent where it answers nothing. */
  readonly answer?: NoticeAnswerCode;
}

/** Detail of `inward-where`: the words to mark; none: mark nothing any more. */
export interface NoticeWhere {
  readonly reason: ReasonCode;
  readonly where: readonly NoticeRange[];
}

/** What the app does to the sender: buttons. The rest is quieter, but for what stands first. */
const DEEDS: readonly NoticeChoiceCode[] = ['block', 'report', 'restrict', 'compare'];
const AGES: readonly unknown[] = ['child', 'teen', 'adult', 'unknown'] satisfies readonly AgeBand[];

/**
 * `<inward-notice>`: what was seen in a message, the safe next step, and what else can be done. A `tip` is one line that unfolds, a `strong` one stands
 * open. The first action is the big one. Advice and `keep-chatting` fold the notice up, `learn-more` shows the trick; an app that prevents `inward-notice` does its own.
 * All else (block, report, `trust`, `dismiss`) is the app's to do. Nothing blinks, nothing is red, and nothing is pressed by a script.
 * Parts: `title`, `facts`, `fact`, `buttons`, `answers`, `button`, `trick`, `here`. Events: `inward-notice`, `inward-where`.
 */
export class InwardNotice extends InwardElement {
  static readonly observedAttributes: readonly string[] = ['shows-where', 'age-band', 'layout'];

  #notice: Notice | undefined;
  #ageBand: AgeBand = 'unknown';
  #layout: NoticeLayout | undefined;
  #showsWhere = false;
  #isOpen = false;
  #isTold = false;
  #marked: ReasonCode | undefined;

  #body!: HTMLElement;
  #title!: HTMLElement;
  #toggle!: HTMLButtonElement;
  #details!: HTMLElement;
  #facts!: HTMLElement;
  #deeds!: HTMLElement;
  #answers!: HTMLElement;
  #trick!: HTMLElement;
  #here!: HTMLElement;
  /** Which notice and language the buttons were made for. */
  #made = '';

  constructor() { super(); }

  protected override get look(): string { return NOTICE_LOOK; }
  /** Whether it folds up to its line; what does not is taken away instead. */
  protected get folds(): boolean { return true; }
  protected get frame(): readonly [role: string, heading: 'h2' | 'h3'] { return ['note', 'h3']; }

  /** One of a verdict's `notices`. Without one there is nothing to see. */
  get notice(): Notice | undefined { return this.#notice; }
  set notice(notice: Notice | null | undefined) {
    const next = notice ?? undefined;
    // The same notice once more, as frameworks give it at every drawing, leaves it as the person has it.
    if (next?.id !== this.#notice?.id || next?.level !== this.#notice?.level) {
      this.#isOpen = !this.folds || next?.level === 'strong';
      if (!this.folds) this.hidden = next === undefined;
      this.#isTold = false;
      this.#marked = undefined;
    }
    const isNew = this.#notice === undefined && this.isConnected;
    this.#notice = next;
    // At once where there was nothing to see: what scrolls to a message measures right after.
    if (isNew) this.drawNow();
    else this.redraw();
  }

  /** Of the person who reads: children and teens read easier words. */
  get ageBand(): AgeBand { return this.#ageBand; }
  set ageBand(ageBand: AgeBand | null | undefined) {
    this.#ageBand = AGES.includes(ageBand) ? ageBand as AgeBand : 'unknown';
    this.redraw();
  }

  /** One of four looks, 0–3, other numbers in turn; without one that of the notice, else 0. */
  get layout(): NoticeLayout { return this.#layout ?? layoutOf(this.#notice?.layout) ?? 0; }
  set layout(layout: NoticeLayout | number | string | null | undefined) {
    this.#layout = layoutOf(layout);
    this.redraw();
  }

  /** The app marks the words of `inward-where`: facts that point at words can be pressed. */
  get showsWhere(): boolean { return this.#showsWhere; }
  set showsWhere(shows: boolean | string | null | undefined) {
    this.#showsWhere = shows === '' || Boolean(shows);
    this.redraw();
  }

  protected override build(): HTMLElement {
    const [role, heading] = this.frame;
    this.#title = make(heading, { id: 'title', part: 'title', 'aria-live': 'polite' });
    this.#toggle = pressable({ part: 'button toggle', class: 'quiet', 'aria-controls': 'details' }, () => { this.#open(!this.#isOpen); });
    this.#facts = make('ul', { part: 'facts' });
    this.#deeds = make('div', { class: 'buttons', part: 'buttons', role: 'group' });
    this.#trick = make('p', { id: 'trick', part: 'trick' });
    this.#answers = make('div', { class: 'buttons', part: 'answers' });
    this.#here = make('p', { part: 'here' });
    this.#details = make('div', { id: 'details', class: 'details' }, this.#facts, this.#deeds, this.#answers, this.#trick, this.#here);
    this.#body = make('div', { class: 'body', role, 'aria-labelledby': 'title' }, make('div', { class: 'head' }, this.#title, this.#toggle), this.#details);
    return this.#body;
  }

  protected override draw(): void {
    const notice = this.#notice;
    this.#body.hidden = notice === undefined;
    if (notice === undefined) return;
    const copy = noticeCopy(this.words, notice, this.#ageBand);
    this.#body.className = `body ${notice.level === 'strong' ? 'strong' : 'tip'} layout-${this.layout}`;
    const title = this.#isOpen ? copy.title : copy.line;
    // Said once: setting the same words again would be read out again.
    if (this.#title.textContent !== title) this.#title.textContent = title;
    const label = copy.toggle[this.#isOpen ? 1 : 0];
    this.#details.hidden = !this.#isOpen && label !== undefined;
    // Without a text there is no button, and nothing to unfold.
    this.#toggle.hidden = label === undefined || !this.folds;
    this.#toggle.textContent = label ?? '';
    this.#toggle.setAttribute('aria-expanded', String(this.#isOpen));
    this.#trick.textContent = copy.trick ?? '';
    this.#trick.hidden = !this.#isTold || copy.trick === undefined;
    this.#here.textContent = copy.here ?? '';
    this.#deeds.setAttribute('aria-label', this.say('actions'));
    if (copy.count === undefined) this.#facts.removeAttribute('aria-label');
    else this.#facts.setAttribute('aria-label', copy.count);
    const drawn = JSON.stringify([copy, this.#showsWhere]);
    if (drawn !== this.#made) this.#make(copy.facts, copy.choices, notice);
    this.#made = drawn;
    this.shadow.querySelector('[part~=learn-more]')?.setAttribute('aria-expanded', String(this.#isTold));
    for (const fact of this.shadow.querySelectorAll<HTMLElement>('[part~=where]')) fact.setAttribute('aria-pressed', String(fact.dataset['reason'] === this.#marked));
  }

  #make(facts: readonly NoticeFact[], choices: readonly NoticeChoiceText[], notice: Notice): void {
    this.#facts.replaceChildren(...facts.map((fact) => make('li', { part: 'fact' }, this.#showsWhere && fact.where.length > 0 ? this.#whereButton(fact) : fact.text)));
    const [first] = choices;
    const button = ({ action, text }: NoticeChoiceText): HTMLButtonElement => {
      const isFirst = action === first?.action;
      const made = pressable({ part: `button ${action}${isFirst ? ' first' : ''}`, class: isFirst ? 'first' : QUIET.includes(action) ? 'quiet' : '' }, () => { this.#choose(action, notice); });
      made.textContent = text;
      if (action === 'learn-more') made.setAttribute('aria-controls', 'trick');
      return made;
    };
    const isQuiet = ({ action }: NoticeChoiceText): boolean => QUIET.includes(action) && action !== first?.action;
    this.#deeds.replaceChildren(...choices.filter((one) => !isQuiet(one)).map(button));
    this.#answers.replaceChildren(...choices.filter(isQuiet).map(button));
  }

  #whereButton({ reason, text, where }: NoticeFact): HTMLButtonElement {
    const made = pressable({ part: 'button where', class: 'quiet', 'data-reason': reason }, () => {
      this.#marked = this.#marked === reason ? undefined : reason;
      this.drawNow();
      this.tell('inward-where', { reason, where: this.#marked === undefined ? [] : where } satisfies NoticeWhere);
    });
    made.textContent = text;
    return made;
  }

  #choose(action: NoticeChoiceCode, notice: Notice): void {
    const answer = answerOf(action);
    if (!this.tell('inward-notice', { action, notice, ...answer && { answer } } satisfies NoticeChoice)) return;
    if (action === 'learn-more') {
      this.#isTold = !this.#isTold;
      this.drawNow();
    } else if (action === 'keep-chatting' || (!QUIET.includes(action) && !DEEDS.includes(action))) {
      // Advice taken, or none wanted: out of the way, one line stays where there is one.
      if (!this.folds) this.hidden = true;
      else {
        this.#open(false);
        this.#toggle.focus();
      }
    }
  }

  #open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.drawNow();
  }
}

function layoutOf(layout: unknown): NoticeLayout | undefined {
  const number = typeof layout === 'string' ? Number.parseInt(layout, 10) : layout;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? (number % 4) as NoticeLayout : undefined;
}
