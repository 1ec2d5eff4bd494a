/** The policies the demo server sends. */

/** DESIGN §2.1, byte for byte: a worker file served with it can reach nothing. */
export const WORKER_POLICY = "default-src 'none'; script-src 'wasm-unsafe-eval'";

/** The page itself. `blob:` is for pictures and videos that arrived encrypted; nothing else leaves the strict default. */
export const PAGE_POLICY = [
  "default-src 'self'",
  "img-src 'self' blob:",
  // A video plays from nothing else; `<inward-cover>` makes its address when the person opens it, and takes it back with the cover.
  'media-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  // The package starts its worker through a policy of this name; the page itself has no script sink at all.
  "require-trusted-types-for 'script'",
  'trusted-types inward',
].join('; ');

/** `--dev` only: Vite puts styles into `<style>` and reloads over a WebSocket. */
export const DEV_PAGE_POLICY = [
  "default-src 'self'", "img-src 'self' blob:", 'media-src blob:', "style-src 'self' 'unsafe-inline'", "connect-src 'self' ws:", "frame-ancestors 'self'",
].join('; ');

export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // The full address within this server, so that a request can be counted for the tab that made it; nothing beyond.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-cache',
};
