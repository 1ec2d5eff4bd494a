import { LOOK } from '../style.ts';

/** The list scrolls with the page; Send stays in reach at its end, and nothing that has the focus hides behind it. */
export const REPORT_LOOK = `${LOOK}
:host { inline-size: var(--inward-report-size, 36rem); }
h2, h3, legend, dt, summary { font-weight: 600; }
h2 { font-size: 1.25em; }
fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
legend { padding: 0; }
.form, .stage, .preview { display: flex; flex-direction: column; gap: 0.5rem; }
.row { display: flex; align-items: center; gap: 0.5rem; min-block-size: 2.75rem; min-inline-size: 2.75rem; cursor: pointer; }
.row input { flex: none; inline-size: 1.25rem; block-size: 1.25rem; margin: 0; accent-color: var(--inward-accent, auto); }
.row span { min-inline-size: 0; }
[part=category] .options { columns: 14rem 2; column-gap: 1rem; }
[part=category] .row { break-inside: avoid; }
label:not(.row) { display: flex; flex-direction: column; }
select, textarea {
  font: inherit; inline-size: 100%; min-block-size: 2.75rem; padding: 0.5rem; color: var(--inward-text, CanvasText); background: var(--inward-surface, Canvas);
  border: 1px solid var(--inward-text, CanvasText); border-radius: calc(var(--inward-radius, 0.75rem) * 0.7);
}
summary { min-block-size: 2.75rem; padding-block: 0.5rem; cursor: pointer; }
:is(input, select, textarea, summary, h2):focus-visible { outline: 3px solid var(--inward-focus, Highlight); outline-offset: 2px; }
input, select, textarea, summary { scroll-margin-block: 1rem 9rem; }
.preview { padding: 0.75rem; border: 1px solid var(--inward-line, GrayText); border-radius: calc(var(--inward-radius, 0.75rem) * 0.7); }
dl { display: flex; flex-direction: column; gap: 0.25rem; }
dl > div { display: flex; flex-wrap: wrap; column-gap: 0.75rem; }
dt { flex: 0 1 9rem; }
dd { flex: 1 1 10rem; }
ol { margin: 0; padding: 0; list-style: none; display: flex; flex-direction: column; gap: 0.5rem; }
li { padding-inline-start: 0.75rem; border-inline-start: 0.2rem solid var(--inward-line, GrayText); }
small { display: block; font-size: 0.875em; }
.said { white-space: pre-wrap; }
.row .said { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
pre { margin: 0; white-space: pre-wrap; font-size: 0.8125em; direction: ltr; text-align: start; unicode-bidi: plaintext; }
.end { position: sticky; inset-block-end: 0; padding-block: 0.5rem; background: var(--inward-surface, Canvas); border-block-start: 1px solid var(--inward-line, GrayText); }
.end .first { flex: 1 1 8rem; }
[inert], button:disabled { opacity: 0.6; }
`;
