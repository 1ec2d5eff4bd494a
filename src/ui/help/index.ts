import { InwardHelp } from './inward-help.ts';

/** `inward/ui/help`: help lines and fact-checkers by region, offline. Registers nothing by itself; texts are those of the language in use. */
export { InwardHelp, type HelpOpen, type HelpTopic, type OwnServices } from './inward-help.ts';
export { helpGroups, type HelpGroup } from './help-order.ts';
export type { HelpFor, HelpService } from './regions.ts';

/** Registers `<inward-help>`, unless the tag is taken. Without a registry (on a server) nothing happens. */
export function defineHelp(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  if (registry !== undefined && registry.get('inward-help') === undefined) registry.define('inward-help', InwardHelp);
}

declare global {
  interface HTMLElementTagNameMap {
    'inward-help': InwardHelp;
  }
}
