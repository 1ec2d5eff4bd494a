/**
 * Loaded in the playground before its own code: what of an original is in the page. Addresses of blobs that were made and not taken
 * back, nodes that could hold one, canvases larger than any cover, addresses of strangers, and what the page's policy refused.
 */
export const LEAK_WATCH = `
const { createObjectURL, revokeObjectURL } = URL;
window.leakWatch = { urls: new Set(), made: 0, violations: [], opened: [] };
URL.createObjectURL = (blob) => { const url = createObjectURL.call(URL, blob); leakWatch.made++; leakWatch.urls.add(url); return url; };
URL.revokeObjectURL = (url) => { leakWatch.urls.delete(url); revokeObjectURL.call(URL, url); };
window.open = (...all) => { leakWatch.opened.push(all.join(' ')); return null; };
document.addEventListener('securitypolicyviolation', (e) => { leakWatch.violations.push(e.violatedDirective + ' ' + e.blockedURI); });
const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
const holds = ['IMG', 'VIDEO', 'AUDIO', 'SOURCE', 'PICTURE', 'OBJECT', 'EMBED', 'IFRAME', 'TRACK', 'IMAGE'];
window.leaks = () => [
  ...all(document).filter((e) => holds.includes(e.tagName.toUpperCase())).map((e) => e.tagName),
  ...all(document).filter((e) => e.matches('[part~=original]')).map((e) => 'original ' + e.tagName),
  ...all(document).filter((e) => e.tagName === 'CANVAS' && Math.max(e.width, e.height) > 330).map((e) => 'large canvas ' + e.width),
  ...all(document).filter((e) => ['src', 'srcset', 'poster', 'href', 'alt', 'style', 'data', 'background'].some((name) => /blob:|data:|\\.example/.test(e.getAttribute(name) ?? ''))).map((e) => 'address on ' + e.tagName),
  ...all(document).filter((e) => getComputedStyle(e).backgroundImage.includes('url(')).map((e) => 'background of ' + e.tagName),
  ...leakWatch.urls,
];
`;

declare global {
  interface Window {
    leakWatch: { readonly urls: Set<string>; readonly made: number; readonly violations: readonly string[]; readonly opened: readonly string[] };
  }
}
