import type { ForwardAction, ForwardReview } from '../../contract/forwarding.ts';
import { textIfAny } from '../catalogue.ts';
import { InwardElement, make, pressable } from '../element.ts';
import { LOOK } from '../style.ts';
import { forwardLimitText, forwardText, type ForwardKey } from './forward-words.ts';

/** Detail of `inward-forward`. */
export interface ForwardChoice {
  readonly action: ForwardAction;
  readonly forward: ForwardReview;
}

/** More nobody reads; the weightiest stand first. */
const FACTS_MAX = 2;

/** Of a greeting: there, and not in the way. */
const QUIET: readonly ForwardAction[] = ['check-first', 'report'];

/** Room around it, as in front of a chat, and a line at its side: nothing blinks, nothing is red. */
const FORWARD_LOOK = `${LOOK}
:host { inline-size: var(--inward-forward-size, 28rem); }
.body { gap: 0.75rem; padding: 1rem; border-inline-start: 0.3rem solid var(--inward-accent, CanvasText); border-radius: inherit; }
.body.greeting { border-inline-start: 0; }
h2 { font-size: 1.25em; font-weight: 600; line-height: 1.4; }
h2:focus-visible { outline: 3px solid var(--inward-focus, Highlight); outline-offset: 2px; }
ul { margin: 0; padding-inline-start: 1.25em; }
.buttons .first { flex: 1 1 100%; font-weight: 600; }
button.quiet { border-color: transparent; text-decoration: underline; text-underline-offset: 0.2em; }
[part=here] { font-size: 0.875em; }
`;

/**
 * `<inward-forward>`: the pause before a message is passed on. Set `forward` to what `reviewOutgoing` said, and `catalogue` to one of `inward/ui/forward/<tag>`, or put that in
 * use. It says why, what can come of it, to how many chats it may go where that is one, and what can be done; the first action is the big one. It does nothing itself: `inward-forward`
 * tells what was pressed, once for each object that `forward` is set to, and until then, or when it is taken away, nothing is sent. Without a card there is nothing to see. Call `focus()` when it is shown.
 * Parts: `title`, `facts`, `fact`, `matters`, `limit`, `buttons`, `button` with the action, `here`.
 */
export class InwardForward extends InwardElement {
  #forward: ForwardReview | undefined;
  #body!: HTMLElement;
  /** What the tree was made for. */
  #made = '';
  /** Of which the press was told: a second one would send it twice. */
  #told: ForwardReview | undefined;

  constructor() { super(); }

  protected override get look(): string { return FORWARD_LOOK; }

  get forward(): ForwardReview | undefined { return this.#forward; }
  set forward(forward: ForwardReview | null | undefined) {
    this.#forward = forward ?? undefined;
    this.redraw();
  }

  /** To the title, from where a keyboard goes on. */
  override focus(options?: FocusOptions): void {
    // What was set a moment ago is not drawn yet.
    if (this.isConnected) this.drawNow();
    this.shadow.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override build(): HTMLElement {
    this.#body = make('div', { role: 'region', 'aria-labelledby': 'title' });
    return this.#body;
  }

  protected override draw(): void {
    const { card } = this.#forward ?? {};
    this.#body.hidden = card === undefined;
    this.#body.className = `body ${card ?? ''}`;
    const made = JSON.stringify([this.#forward, this.words.lang]);
    // Drawn anew, what has the focus would lose it.
    if (made === this.#made && this.#body.hasChildNodes()) return;
    this.#made = made;
    this.#body.replaceChildren(...this.#forward?.card === undefined ? [] : this.#tree({ ...this.#forward, card: this.#forward.card }));
  }

  #tree(forward: ForwardReview & Required<Pick<ForwardReview, 'card'>>): readonly Node[] {
    const { actions, because, card, mostChats } = forward;
    const say = (key: ForwardKey): string => forwardText(this.words, key);
    const isGreeting = card === 'greeting';
    // Codes of a newer version have no text here.
    const facts = isGreeting ? [] : because.filter((code) => textIfAny(this.words, `forward-why-${code}`) !== undefined).slice(0, FACTS_MAX);
    // Read with the title, where the keyboard comes to: why, and to how many.
    const described = [...facts.length === 0 ? [] : ['facts'], ...mostChats > 1 ? [] : ['limit']].join(' ');
    return [
      make('h2', { id: 'title', part: 'title', tabindex: '-1', ...described === '' ? {} : { 'aria-describedby': described } }, say(`title-${card}`)),
      ...facts.length === 0 ? [] : [make('ul', { id: 'facts', part: 'facts' }, ...facts.map((code) => make('li', { part: 'fact' }, say(`why-${code}`))))],
      ...isGreeting ? [] : [make('p', { part: 'matters' }, say(`matters-${card}`))],
      ...mostChats > 1 ? [] : [make('p', { id: 'limit', part: 'limit' }, forwardLimitText(mostChats, this.words))],
      make('div', { class: 'buttons', part: 'buttons', role: 'group', 'aria-label': this.say('actions') }, ...actions.map((action, at) => this.#button(action, at === 0, forward))),
      make('p', { part: 'here' }, say('here')),
    ];
  }

  #button(action: ForwardAction, isFirst: boolean, forward: ForwardReview): HTMLButtonElement {
    const button = pressable({ part: `button ${action}`, class: isFirst ? 'first' : forward.card === 'greeting' && QUIET.includes(action) ? 'quiet' : '' }, (event) => {
      // The second half of the double click that opened this sends nothing.
      if (event.detail > 1 || this.#told === this.#forward) return;
      this.#told = this.#forward;
      this.tell('inward-forward', { action, forward } satisfies ForwardChoice);
    });
    button.textContent = this.#label(action, forward);
    return button;
  }

  #label(action: ForwardAction, { card }: ForwardReview): string {
    if (action === 'report' || action === 'delete') return this.say(`action-${action}`);
    return forwardText(this.words, action === 'send-anyway' && card === 'greeting' ? 'send' : action);
  }
}
