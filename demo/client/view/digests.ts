import type { Model } from '../model.ts';
import { bytes } from './byte-count.ts';
import { h, type VNode } from './element.ts';

/** `about()`: every public file in use with its SHA-256, so that anyone can compare. */
export function digests({ about }: Model): VNode {
  return h('section', { class: 'card digests', 'aria-label': 'Files in use' },
    h('h3', {}, 'Files in use'),
    about === undefined ? h('p', { class: 'small' }, 'Not running.') : h('div', {},
      h('p', { class: 'small' }, `inward ${about.version} · kernel ${about.kernel} · map ${about.abiVersion} · Unicode ${about.unicodeVersion}`),
      h('dl', {}, ...about.assets.flatMap((asset) => [
        h('dt', {}, asset.name, h('span', { class: 'small' }, ` ${bytes(asset.byteLength)}`)),
        h('dd', {}, h('code', {}, asset.sha256)),
      ])),
      h('p', { class: 'small' }, 'Compare: ', h('code', {}, 'sha256sum dist/assets/*'))));
}
