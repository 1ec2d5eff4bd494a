/** Distance from the end, in CSS pixels, that still counts as reading the newest. */
const NEAR = 90;

/** Keeps a thread at its newest message while the page changes, unless the person has scrolled up to read. */
export function followThread(change: () => void): void {
  const before = document.querySelector('.messages');
  const follow = before === null || before.scrollHeight - before.scrollTop - before.clientHeight < NEAR;
  change();
  const after = document.querySelector('.messages');
  if (after !== null && (follow || after !== before)) after.scrollTop = after.scrollHeight;
}
