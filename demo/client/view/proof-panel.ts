import type { Tally } from '../../wire.ts';
import type { Model } from '../model.ts';
import { bytes } from './byte-count.ts';
import { digests } from './digests.ts';
import { h, type VNode } from './element.ts';
import { sealBadge } from './seal-badge.ts';
import { timingsView } from './timings-view.ts';

/** What a sceptic looks at: the seal, the server's own count, the times, the digests, and a way to see it fail. */
export function proofPanel(model: Model, runBatch: () => void): VNode {
  return h('div', { class: 'panel proof', key: 'proof' },
    h('h2', { id: 'proof-title' }, 'What left this device'),
    sealBadge(model),
    counters(model),
    breakIt(model),
    timingsView(model, runBatch),
    digests(model));
}

function counters({ ledger }: Model): VNode {
  const since = typeof ledger?.since === 'number' ? new Date(ledger.since) : undefined;
  const row = (id: string, label: string, about: string, tally: Tally | undefined): VNode => h('tr', { class: `row-${id}` },
    h('th', { scope: 'row' }, label, h('span', { class: 'small' }, about)),
    h('td', { id: `count-${id}` }, tally === undefined ? '–' : String(tally.count)),
    h('td', { id: `bytes-${id}` }, h('bdi', { dir: 'ltr' }, tally === undefined ? '–' : bytes(tally.bytes))));
  const other = ledger?.other.count ?? 0;
  return h('section', { class: 'card', 'aria-label': 'Counters' },
    h('p', {}, since === undefined ? 'Asking the server…' : `The server’s own count of what arrived from here since ${clock(since)}, just before the worker was started and sealed:`),
    h('table', {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'What'), h('th', { scope: 'col' }, 'Times'), h('th', { scope: 'col' }, 'Bytes'))),
      h('tbody', {},
        row('other', 'Anything else', 'should stay at nothing', ledger?.other),
        row('ciphertext', 'Ciphertext', 'messages and keys, sealed with MLS', ledger?.ciphertext),
        row('files', 'Public files fetched', 'plain GETs of listed files', ledger?.publicFiles),
        row('panel', 'This panel asking', 'carries nothing', ledger?.panel))),
    h('p', { class: other > 0 ? 'verdict bad' : 'verdict good', role: 'status' },
      ledger === undefined ? '' : other > 0 ? 'Something left that is not ciphertext.' : 'Nothing but ciphertext left.'),
    other > 0 && lastOf(ledger?.otherLast ?? [], other),
    h('p', { class: 'small' }, 'The relay does see who writes to whom, when, and how much.'));
}

const LISTED = 4;

/** The newest of what left, and how many came before them. */
function lastOf(lines: readonly string[], count: number): VNode {
  const listed = lines.slice(-LISTED);
  const before = count - listed.length;
  return h('ul', { class: 'small plain' },
    before > 0 && h('li', {}, `${before.toLocaleString('en')} before, then:`),
    ...listed.map((line) => h('li', { dir: 'ltr' }, line)));
}

function breakIt({ me, mode }: Model): VNode {
  const link = (query: string, label: string, about: string, current: boolean): VNode => h('li', {},
    h('a', { href: `/?as=${me}${query}`, 'aria-current': current ? 'page' : false }, label), h('span', { class: 'small' }, about));
  return h('section', { class: 'card', 'aria-label': 'Break it on purpose' },
    h('h3', {}, 'Break it on purpose'),
    h('p', { class: 'small' }, 'A check that cannot fail proves nothing. Open this page with a worker file that tries to send every message to the server:'),
    h('ul', { class: 'modes' },
      link('', 'As shipped', 'the real worker, sealed', mode === 'sealed'),
      link('&leak=1', 'Spy inside, sealed', 'it tries; the seal stops it', mode === 'spy-sealed'),
      link('&seal=off&leak=1', 'Spy inside, no seal', 'the counter rises', mode === 'spy-open')));
}

function clock(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
