/**
 * One look for all elements, in the system's own colours: they follow the `color-scheme` of the page around, dark and
 * forced colours included. No motion. Sizes in rem, so that text at 200 % fits; targets of at least 44 px (2.75rem).
 */
export const LOOK = `
:host {
  display: block; box-sizing: border-box; max-inline-size: 100%;
  font: var(--inward-font, inherit); line-height: 1.6; overflow-wrap: anywhere;
  color: var(--inward-text, CanvasText); background: var(--inward-surface, Canvas);
  border: 1px solid var(--inward-line, GrayText); border-radius: var(--inward-radius, 0.75rem);
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
p, dl, dd, dt, h2, h3 { margin: 0; font-size: inherit; }
.body { display: flex; flex-direction: column; gap: 0.5rem; padding: 0.75rem; }
[role=status]:empty { position: absolute; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
button {
  font: inherit; line-height: 1.4; color: var(--inward-text, CanvasText); background: transparent;
  min-block-size: 2.75rem; min-inline-size: 2.75rem; padding: 0.5rem 0.875rem; cursor: pointer; text-align: center; max-inline-size: 100%;
  border: 1px solid var(--inward-text, CanvasText); border-radius: calc(var(--inward-radius, 0.75rem) * 0.7);
}
button.first { color: var(--inward-accent-text, Canvas); background: var(--inward-accent, CanvasText); border-color: var(--inward-accent, CanvasText); }
button:focus-visible { outline: 3px solid var(--inward-focus, Highlight); outline-offset: 2px; }
progress { inline-size: 100%; accent-color: var(--inward-accent, auto); }
@media (prefers-reduced-motion: reduce) { progress:indeterminate { display: none; } }
@media (forced-colors: active) {
  button.first { forced-color-adjust: none; color: ButtonFace; background: ButtonText; border-color: ButtonText; }
}
`;

/** The picture fills the width; the original lies over it, out of the mouse's reach, so that no menu can save or copy it. */
export const COVER_LOOK = `${LOOK}
:host { inline-size: var(--inward-cover-size, 20rem); overflow: clip; -webkit-touch-callout: none; }
.frame { display: grid; background: var(--inward-tile, GrayText); -webkit-user-select: none; user-select: none; }
.frame > * { grid-area: 1 / 1; display: block; inline-size: 100%; block-size: auto; max-block-size: 75vh; object-fit: contain; }
.frame > .cover { object-fit: cover; }
.again { margin-inline-start: auto; }
.frame > canvas { pointer-events: none; }
@media print { .frame > .original { display: none; } }
`;

export const LINK_LOOK = `${LOOK}
:host { inline-size: fit-content; }
.inert { unicode-bidi: isolate; }
.host { font-weight: 600; }
`;

export const CARD_LOOK = `${LOOK}
:host { inline-size: var(--inward-card-size, 28rem); }
h3 { font-weight: 600; }
dl > div { display: flex; flex-wrap: wrap; column-gap: 1rem; }
dt { flex: 0 1 10rem; }
dd { flex: 1 1 6rem; }
dd { font-weight: 600; }
`;

/** A calm line tells a strong one from a tip, in four layouts that take turns; the words do too. Order and targets are the same in all. */
const CARD_OF_NOTICE = `${LOOK}
h2, h3 { font-weight: 600; flex: 1 1 8rem; }
ul { margin: 0; padding-inline-start: 1.25em; }
.body.strong { border-inline-start: 0.3rem solid var(--inward-accent, CanvasText); border-radius: inherit; }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; }
.details { display: flex; flex-direction: column; gap: 0.5rem; }
button.quiet { border-color: transparent; padding-inline: 0; text-align: start; text-decoration: underline; text-underline-offset: 0.2em; }
button[aria-pressed=true] { text-decoration-thickness: 0.2em; font-weight: 600; }
.buttons .first { flex: 1 1 100%; font-weight: 600; }
[part=answers] { gap: 0 1rem; }
[part=here] { font-size: 0.875em; }
.body.layout-1 { border-inline-start: 0; border-block-start: 0.15rem dashed var(--inward-accent, CanvasText); }
.body.strong.layout-1 { border-block-start: 0.3rem solid var(--inward-accent, CanvasText); }
.layout-1 [part=facts] { list-style: square; }
.layout-2 .head::before {
  content: ''; flex: none; inline-size: 1rem; block-size: 1rem; margin-inline-end: 0.25rem; border: 0.15rem solid var(--inward-accent, CanvasText); border-radius: 50%;
}
.body.strong.layout-2 { border-inline-start: 0; }
.strong.layout-2 .head::before { border-width: 0.4rem; border-radius: 20%; }
.layout-2 [part=facts] { list-style: none; padding-inline-start: 0; }
.layout-2 .buttons .first { text-align: start; }
.layout-3 .head { padding: 0.25rem 0.75rem; margin: -0.75rem -0.75rem 0; border-block-end: 1px solid var(--inward-accent, CanvasText); }
.body.strong.layout-3 { border-inline-start: 0; }
.strong.layout-3 .head { padding-block: 0.5rem; color: var(--inward-accent-text, Canvas); background: var(--inward-accent, CanvasText); border-radius: inherit; border-end-start-radius: 0; border-end-end-radius: 0; }
.strong.layout-3 .head button { color: inherit; }
@media (forced-colors: active) { .strong.layout-3 .head { forced-color-adjust: none; color: ButtonFace; background: ButtonText; } }
`;

export const NOTICE_LOOK = `${CARD_OF_NOTICE}
:host { inline-size: var(--inward-notice-size, 36rem); }
`;

/** The same, larger, with room around it; it fills what the app gives it. */
export const INTERSTITIAL_LOOK = `${CARD_OF_NOTICE}
:host { inline-size: var(--inward-interstitial-size, 100%); }
.body { gap: 1rem; padding: 1.5rem 1rem; }
.body > * { inline-size: 100%; max-inline-size: 36rem; margin-inline: auto; }
h2 { font-size: 1.375em; line-height: 1.3; }
.details { gap: 1rem; }
.layout-3 .head { margin: -1.5rem -1rem 0; inline-size: auto; max-inline-size: none; padding-inline: 1rem; }
`;

export const HELP_LOOK = `${LOOK}
:host { inline-size: var(--inward-help-size, 36rem); }
h2, h3 { font-weight: 600; }
h2 { font-size: 1.25em; }
ul { margin: 0; padding: 0; list-style: none; }
.groups, section, li { display: flex; flex-direction: column; gap: 0.5rem; }
.groups { gap: 1rem; }
li { padding-block-end: 0.75rem; border-block-end: 1px solid var(--inward-line, GrayText); }
.choose { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
select {
  font: inherit; min-block-size: 2.75rem; max-inline-size: 100%; padding: 0.5rem; color: var(--inward-text, CanvasText); background: var(--inward-surface, Canvas);
  border: 1px solid var(--inward-text, CanvasText); border-radius: calc(var(--inward-radius, 0.75rem) * 0.7);
}
select:focus-visible { outline: 3px solid var(--inward-focus, Highlight); outline-offset: 2px; }
small { font-size: 0.875em; }
`;

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * A constructed sheet, which `style-src 'self'` lets through. It belongs to one document, so each document has its own.
 * An engine without them (Safari before 16.4) gets no look at all; what is hidden does not hang on it.
 */
export function adopt(root: ShadowRoot, css: string): void {
  const { defaultView } = root.ownerDocument;
  if (defaultView === null || !('adoptedStyleSheets' in root)) return;
  const known = sheets.get(root.ownerDocument) ?? new Map<string, CSSStyleSheet>();
  sheets.set(root.ownerDocument, known);
  let sheet = known.get(css);
  if (sheet === undefined) {
    sheet = new (defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}
