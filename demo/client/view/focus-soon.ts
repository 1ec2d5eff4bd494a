/** Moves the keyboard there once the page shows the change that is under way. Nothing happens where it is not shown. */
export function focusSoon(selector: string): void {
  setTimeout(() => { document.querySelector<HTMLElement>(selector)?.focus(); });
}

/** After a button took itself away: to the name at the head of the chat. */
export function focusThread(): void {
  focusSoon('#thread-title');
}
