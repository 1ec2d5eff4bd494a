import { InwardForward } from './inward-forward.ts';

/** `inward/ui/forward`: the pause before a message is passed on. Registers nothing by itself; give it a catalogue of `inward/ui/forward/<tag>`. */
export { InwardForward, type ForwardChoice } from './inward-forward.ts';
export { forwardLimitText, type ForwardKey, type ForwardMessages } from './forward-words.ts';

/** Registers `<inward-forward>`, unless the tag is taken. Without a registry (on a server) nothing happens. */
export function defineForward(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  if (registry !== undefined && registry.get('inward-forward') === undefined) registry.define('inward-forward', InwardForward);
}

declare global {
  interface HTMLElementTagNameMap {
    'inward-forward': InwardForward;
  }
}
