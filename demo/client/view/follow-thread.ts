/** Distance from the end, in CSS pixels, that still counts as reading the newest. */
const NEAR = 90;
/** Room left above what a chat is opened at, in CSS pixels. */
const ABOVE = 8;

/** Cards that were on the page already: a new one is never scrolled past. */
const seen = new WeakSet<Element>();

/**
 * An opened chat starts at `startAt`, the id of a message, or further down where the first notice after it would be out of
 * view. After that it is kept at its newest message while the page changes, unless the person has scrolled up to read. A request
 * opens with its card where what was written is in view below it, and stays where the person is.
 */
export function followThread(change: () => void, startAt: () => string | undefined): void {
  const before = document.querySelector('.messages');
  const follow = before === null || before.scrollHeight - before.scrollTop - before.clientHeight < NEAR;
  change();
  const after = document.querySelector<HTMLElement>('.messages');
  if (after === null) return;
  const request = after.querySelector('inward-request-card');
  const cards = [...after.querySelectorAll<HTMLElement>('.note-line')];
  const newCard = cards.find((card) => !seen.has(card));
  for (const card of cards) seen.add(card);
  if (after !== before) {
    const first = startOf(after, startAt());
    scrollTo(after, first);
    if (request !== null && first !== undefined && first === after.querySelector('.lines > li')) startAtTop(after, first);
    reveal(after, cards.find((card) => first !== undefined && topOf(card) >= topOf(first)));
  } else if (follow && request === null) scrollTo(after, newCard);
}

function startAtTop(list: Element, first: Element): void {
  list.scrollTop = 0;
  if (topOf(first) - topOf(list) > list.clientHeight / 2) scrollTo(list, first);
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

function startOf(list: Element, id: string | undefined): HTMLElement | undefined {
  const lines = [...list.querySelectorAll<HTMLElement>('.lines > li')];
  const at = id === undefined ? -1 : lines.findIndex((one) => one.dataset['message'] === id);
  const card = lines[at - 1];
  return card?.classList.contains('note-line') === true ? card : lines[at];
}

/** Down until all of the card is in view, or its top at the top. */
function reveal(list: Element, card: Element | undefined): void {
  if (card === undefined) return;
  const [outer, inner] = [list.getBoundingClientRect(), card.getBoundingClientRect()];
  const down = Math.min(inner.bottom + ABOVE - outer.bottom, inner.top - ABOVE - outer.top);
  if (down > 0) list.scrollTop += down;
}

/** To the end, but not past the top of an element that should be seen first. */
function scrollTo(list: Element, first: Element | undefined): void {
  list.scrollTop = list.scrollHeight;
  if (first === undefined) return;
  const hidden = list.getBoundingClientRect().top + ABOVE - first.getBoundingClientRect().top;
  if (hidden > 0) list.scrollTop -= hidden;
}
