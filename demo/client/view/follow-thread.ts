/** Distance from the end, in CSS pixels, that still counts as reading the newest. */
const NEAR = 90;
/** Room left above what a chat is opened at, in CSS pixels. */
const ABOVE = 12;

/** Cards that were on the page already: a new one is never scrolled past. */
const seen = new WeakSet<Element>();

/**
 * An opened chat starts at `startAt`, the id of a message, its notice in view above it. After that it is kept at its
 * newest message while the page changes, unless the person has scrolled up to read.
 */
export function followThread(change: () => void, startAt: () => string | undefined): void {
  const before = document.querySelector('.messages');
  const follow = before === null || before.scrollHeight - before.scrollTop - before.clientHeight < NEAR;
  change();
  const after = document.querySelector('.messages');
  if (after === null) return;
  const cards = [...after.querySelectorAll('.note-line')];
  const newCard = cards.find((card) => !seen.has(card));
  for (const card of cards) seen.add(card);
  if (after !== before) scrollTo(after, startOf(after, startAt()));
  else if (follow) scrollTo(after, newCard);
}

function startOf(list: Element, id: string | undefined): Element | undefined {
  const message = id === undefined ? undefined : [...list.children].find((one) => one.getAttribute('data-message') === id);
  const card = message?.previousElementSibling;
  return card?.classList.contains('note-line') === true ? card : message;
}

/** To the end, but not past the top of an element that should be seen first. */
function scrollTo(list: Element, first: Element | undefined): void {
  list.scrollTop = list.scrollHeight;
  if (first === undefined) return;
  const hidden = list.getBoundingClientRect().top + ABOVE - first.getBoundingClientRect().top;
  if (hidden > 0) list.scrollTop -= hidden;
}
