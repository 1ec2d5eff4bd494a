import type { Actions } from '../actions.ts';
import { grid, reasonCopy, type LabResult } from '../cover-lab.ts';
import type { Model } from '../model.ts';
import { bytes } from './byte-count.ts';
import { choice } from './choice.ts';
import { h, type Child, type VNode } from './element.ts';

/** A picture of the person's own and what a request would show of it. It is read in this page and never sent. */
export function coverLab(model: Model, act: Actions): VNode {
  const { lab } = model;
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file !== undefined) void act.lab.take(file);
  };
  return h('section', { class: 'panel lab', 'aria-labelledby': 'lab-title', key: 'lab' },
    h('div', { class: 'row' },
      h('button', { type: 'button', class: 'icon back', 'aria-label': 'Back to the list', onclick: () => { act.inbox.openLab(false); } }, '‹'),
      h('h2', { id: 'lab-title', tabindex: -1, class: 'grow' }, 'See its cover')),
    h('p', { class: 'lead' }, 'Choose a picture or a short video of your own and see what a request would show of it. It stays in this page; nothing is uploaded.'),
    h('div', {
      class: lab.over ? 'drop over' : 'drop',
      ondragover: (event: DragEvent) => { event.preventDefault(); act.lab.over(true); },
      ondragleave: () => { act.lab.over(false); },
      ondrop: (event: DragEvent) => {
        event.preventDefault();
        act.lab.over(false);
        take(event.dataTransfer?.files);
      },
    },
    h('label', { for: 'lab-file', class: 'name' }, 'Your picture'),
    h('input', { id: 'lab-file', type: 'file', 'aria-describedby': 'lab-drop', onchange: (event: Event) => { take((event.target as HTMLInputElement).files); } }),
    h('p', { id: 'lab-drop', class: 'small' }, 'Or drop a file here.')),
    lab.file !== undefined && h('div', { key: 'choice', class: 'lab-choice' },
      choice('lab-cells', 'Cells along the longer side', { 16: '16: shows the least (as usual)', 24: '24: softer on the eye, shows more' }, String(lab.cells) as '16' | '24', (cells) => act.lab.cells(cells === '24' ? 24 : 16))),
    model.safety.state === 'failed' && h('p', { key: 'failed', class: 'degraded' }, 'The checks are not running, so there are no covers: everything stays behind a neutral tile.'),
    lab.state === 'busy' && h('p', { key: 'busy', role: 'status' }, 'Making the cover…'),
    lab.file !== undefined && lab.result !== undefined && resultView(model, lab.file, lab.result));
}

function resultView({ lab }: Model, file: { readonly name: string; readonly blob: Blob }, result: LabResult): VNode {
  const { outcome, medianMs, runs } = result;
  const left = grid(outcome, lab.cells);
  const row = (label: string, ...value: readonly Child[]): VNode => h('tr', {}, h('th', { scope: 'row' }, label), h('td', {}, ...value));
  return h('div', { key: 'result', class: 'lab-result' },
    h('inward-cover', { key: 'cover', '.cover': outcome.cover, '.open': lab.open, '.from': 'you', '.kind': lab.kind }),
    h('div', { class: 'grow' },
      outcome.cover === undefined && h('p', { key: 'why', class: 'fact-line', role: 'status' }, reasonCopy(outcome.why)),
      h('table', {},
        h('tbody', {},
          row('File', h('bdi', {}, file.name)),
          row('Its bytes', h('bdi', { dir: 'ltr' }, bytes(file.blob.size))),
          outcome.width > 0 && row('Its size', h('bdi', { dir: 'ltr' }, `${outcome.width} × ${outcome.height}`)),
          left !== undefined && row('What remains', h('bdi', { dir: 'ltr' }, `${left.columns} × ${left.rows} cells, ${bytes(left.columns * left.rows * 3)}`)),
          row('From bytes to cover', h('bdi', { dir: 'ltr' }, `${medianMs.toFixed(1)} ms`), h('span', { class: 'small' }, ` middle of ${runs}`)))),
      outcome.cover !== undefined && h('p', { key: 'how', class: 'small' }, result.undecodedJpeg
        ? 'This JPEG was never decoded: only the mean of each of its little squares was read.'
        : 'This kind of file has to be decoded once, in the sealed worker; only the means of its cells come back.'),
      h('p', { class: 'small' }, 'The cover is made from the cells alone. No tool brings back what is not in them.')));
}

