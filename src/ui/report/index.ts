import { InwardReport } from './inward-report.ts';

/** `inward/ui/report`: the report screen. Registers nothing by itself; give it a catalogue of `inward/ui/report/<tag>`. */
export { InwardReport } from './inward-report.ts';
export type { ReportEnd, ReportScreenEvent } from './report-screen-event.ts';
export type { ReportKey, ReportMessages, ReportOccasion } from './report-words.ts';

/** Registers `<inward-report>`, unless the tag is taken. Without a registry (on a server) nothing happens. */
export function defineReport(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  if (registry !== undefined && registry.get('inward-report') === undefined) registry.define('inward-report', InwardReport);
}

declare global {
  interface HTMLElementTagNameMap {
    'inward-report': InwardReport;
  }
}
