import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { mount } from 'svelte';
import { createApp, h } from 'vue';
import { heard, props } from './frameworks-props.ts';
// The page's plug-in compiles it.
import Request from './Request.svelte';

/** One cover in each framework, as docs/ui.md writes it. */
const mounts: Readonly<Record<string, (target: HTMLElement) => unknown>> = {
  plain(target) {
    const cover = Object.assign(document.createElement('inward-cover'), props);
    cover.addEventListener('inward-state', (event) => { heard((event as CustomEvent<{ state: string }>).detail.state); });
    target.append(cover);
  },
  react(target) {
    createRoot(target).render(createElement('inward-cover', { ...props, 'oninward-state': (event: CustomEvent<{ state: string }>) => { heard(event.detail.state); } }));
  },
  vue(target) {
    createApp({ render: () => h('inward-cover', { ...props, onInwardState: (event: CustomEvent<{ state: string }>) => { heard(event.detail.state); } }) }).mount(target);
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
