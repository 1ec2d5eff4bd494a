import { createElement, Fragment } from 'react';
import { createRoot } from 'react-dom/client';
import { mount } from 'svelte';
import { createApp, h } from 'vue';
import { heard, notice, props, told } from './frameworks-props.ts';
// The page's plug-in compiles it.
import Request from './Request.svelte';

/** One cover and one notice in each framework, as docs/ui.md writes it. */
const mounts: Readonly<Record<string, (target: HTMLElement) => unknown>> = {
  plain(target) {
    const cover = Object.assign(document.createElement('inward-cover'), props);
    cover.addEventListener('inward-state', (event) => { heard((event as CustomEvent<{ state: string }>).detail.state); });
    const card = Object.assign(document.createElement('inward-notice'), { notice });
    card.addEventListener('inward-notice', (event) => { told(event as CustomEvent); });
    target.append(cover, card);
  },
  react(target) {
    createRoot(target).render(createElement(Fragment, {},
      createElement('inward-cover', { ...props, 'oninward-state': (event: CustomEvent<{ state: string }>) => { heard(event.detail.state); } }),
      createElement('inward-notice', { notice, 'oninward-notice': told })));
  },
  vue(target) {
    createApp({ render: () => [
      h('inward-cover', { ...props, onInwardState: (event: CustomEvent<{ state: string }>) => { heard(event.detail.state); } }), h('inward-notice', { notice, onInwardNotice: told })] }).mount(target);
  },
  svelte(target) { mount(Request, { target }); },
};

declare global {
  interface Window {
    mountIn(name: string): void;
    heard: string[];
  }
}
window.heard = [];
window.mountIn = (name) => {
  const target = document.createElement('div');
  document.body.append(target);
  mounts[name]?.(target);
};
