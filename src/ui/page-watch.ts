/**
 * Calls `cover` when nobody can be looking any more, or others could: the page is hidden, frozen or left, or something that
 * holds the element is dragged (the drag's picture is taken after this event). Listens until `signal` aborts.
 */
export function endsWith(element: HTMLElement, signal: AbortSignal, cover: () => void): void {
  const page = element.ownerDocument;
  const options = { signal, capture: true };
  page.addEventListener('visibilitychange', () => { if (page.visibilityState === 'hidden') cover(); }, options);
  page.addEventListener('freeze', cover, options);
  page.defaultView?.addEventListener('pagehide', cover, options);
  page.addEventListener('dragstart', (event) => { if (isInside(element, event.composedPath()[0])) cover(); }, options);
}

/** Through shadow trees, which `contains` does not see into. */
function isInside(element: Node, container: EventTarget | undefined): boolean {
  for (let at: Node | null = element; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at === container) return true;
  }
  return false;
}
