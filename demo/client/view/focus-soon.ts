/** Moves the keyboard there once the page shows the change that is under way. Nothing happens where it is not shown. */
export function focusSoon(selector: string): void {
  setTimeout(() => { document.querySelector<HTMLElement>(selector)?.focus(); });
}

/** After a button took itself away: to the name at the head of the chat. */
export function focusThread(): void {
  focusSoon('#thread-title');
}

/** The report screen lies over the page, which cannot be reached meanwhile; Escape puts it away. */
export function openSheetSoon(): void {
  setTimeout(() => {
    const sheet = document.querySelector<HTMLDialogElement>('dialog.report-sheet');
    if (sheet === null) return;
    if (!sheet.open) sheet.showModal();
    document.querySelector<HTMLElement>('inward-report')?.focus();
  });
}
