import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { servePackage } from './package-server.ts';
import type { Page, Route, StaticServer } from './harness/index.ts';

/** A page under a strict policy with the built elements, and what a test needs to watch it. */
const POLICIES = { strict: "default-src 'self'", video: "default-src 'self'; media-src 'self' blob:" } as const;
export type PolicyName = keyof typeof POLICIES;

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)));

/** @param more what else is served, by path */
export function serveUi(more: Readonly<Record<string, Route>> = {}): Promise<StaticServer> {
  return servePackage({ pages: POLICIES, replace: { '/axe.js': { body: axe }, '/prepare.js': { body: PREPARE }, ...more } });
}

declare global {
  interface Window {
    /** Set by `PREPARE`, before the elements are loaded. */
    watch: { violations: string[]; urls: Set<string>; made: number; opened: string[]; downloads: string[]; calls: number; states: string[] };
    put(tag: string, properties: Record<string, unknown>): HTMLElement;
    picture(): Promise<Blob>;
    leaks(): readonly string[];
  }
}

/** Counts URLs, windows, policy violations; makes elements; lists nodes that could hold an original. */
const PREPARE = `
const { createObjectURL, revokeObjectURL } = URL;
window.watch = { violations: [], urls: new Set(), made: 0, opened: [], downloads: [], calls: 0, states: [] };
URL.createObjectURL = (blob) => { const url = createObjectURL.call(URL, blob); watch.made++; watch.urls.add(url); return url; };
URL.revokeObjectURL = (url) => { watch.urls.delete(url); revokeObjectURL.call(URL, url); };
window.open = (...all) => { watch.opened.push(all.join(' ')); return null; };
HTMLAnchorElement.prototype.click = function () { watch.downloads.push(this.download + ' ' + this.href.slice(0, 5)); };
document.addEventListener('securitypolicyviolation', (e) => { watch.violations.push(e.violatedDirective + ' ' + e.blockedURI); });
document.addEventListener('inward-state', (e) => { watch.states.push(e.detail.state + (e.detail.problem ? ' ' + e.detail.problem : '')); });
window.put = (tag, properties) => { const e = document.createElement(tag); Object.assign(e, properties); document.body.append(e); return e; };
// A red picture, 40 × 30: no cover here is red.
window.picture = async () => {
  const canvas = new OffscreenCanvas(40, 30), c = canvas.getContext('2d');
  c.fillStyle = 'rgb(255,0,0)'; c.fillRect(0, 0, 40, 30);
  return canvas.convertToBlob({ type: 'image/png' });
};
const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
window.leaks = () => [
  ...all(document).filter((e) => ['IMG', 'VIDEO', 'AUDIO', 'SOURCE', 'PICTURE', 'OBJECT', 'EMBED', 'IFRAME', 'A'].includes(e.tagName)
    || ['href', 'src', 'srcset', 'poster', 'alt', 'style', 'title'].some((name) => e.hasAttribute(name) && e.tagName !== 'SCRIPT' && e.tagName !== 'LINK' && e.tagName !== 'INWARD-LINK')).map((e) => e.tagName),
  ...all(document).filter((e) => e.tagName === 'CANVAS' && e.width > 0 && hasRed(e)).map((e) => 'red ' + e.className),
  ...all(document).filter((e) => e.matches('[part~=original]')).map((e) => 'original ' + e.tagName),
  ...[...watch.urls],
];
function hasRed(canvas) {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < data.length; i += 4) if (data[i] > 200 && data[i + 1] < 60 && data[i + 3] > 200) return true;
  return false;
}
`;

/** A fresh page of this policy with the elements registered. */
export async function openUi(page: Page, server: StaticServer, policy: PolicyName = 'strict'): Promise<void> {
  await page.goto(`${server.origin}/page/${policy}`);
  await page.run(async () => {
    await import('/prepare.js' as string);
    await import('/dist/ui-define.js' as string);
  });
  server.clear();
}

let presses = 0;

/**
 * A place on a part in an element's shadow tree, in CSS pixels of the window: left of its middle and right of it by turns. Two quick
 * presses in one place are a double click to WebKit, whatever was scrolled there in between.
 */
export async function whereIs(page: Page, selector: string, part: string): Promise<readonly [number, number]> {
  return page.run((css, name, share) => {
    const node = document.querySelector(css)?.shadowRoot?.querySelector(`[part~="${name}"]`) as HTMLElement | null | undefined;
    if (node === null || node === undefined || node.hidden) throw new Error(`no ${name} to press`);
    node.scrollIntoView({ block: 'center' });
    const box = node.getBoundingClientRect();
    return [box.left + box.width * share, box.top + box.height / 2] as const;
  }, selector, part, presses++ % 2 === 0 ? 0.35 : 0.65);
}

/** A person's press on a part. */
export async function press(page: Page, selector: string, part: string, clicks = 1): Promise<void> {
  const [x, y] = await whereIs(page, selector, part);
  await page.press(x, y, clicks);
}

/** Waits until the cover is in a state; says where it is otherwise. */
export function until(page: Page, selector: string, state: string): Promise<string> {
  return page.run(async (css, wanted) => {
    const cover = document.querySelector(css) as HTMLElement & { readonly state: string };
    for (let n = 0; n < 500 && cover.state !== wanted; n++) await new Promise((resolve) => setTimeout(resolve, 10));
    return cover.state;
  }, selector, state);
}

/** Words of a part, without the marks around what was filled in. */
export function words(page: Page, selector: string, part: string): Promise<string> {
  return page.run((css, name) => {
    const node = document.querySelector(css)?.shadowRoot?.querySelector(`[part~="${name}"]`);
    return node instanceof HTMLElement && !node.hidden ? (node.textContent ?? '').replace(/[\u2068\u2069]/gu, '') : '';
  }, selector, part);
}

/** `axe` in the page, letters at twice their size, and `main` as wide as a small phone. */
export async function enlarge(page: Page): Promise<void> {
  await page.run(async () => {
    const script = document.createElement('script');
    script.src = '/axe.js';
    await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% } main { inline-size: 320px }');
    document.adoptedStyleSheets = [sheet];
  });
}
