import type { AgeBand } from '../../contract/message.ts';
import type { HelpFor, HelpService } from './regions.ts';

/** Services of one group, in the order they are shown. */
export interface HelpGroup {
  readonly for: HelpFor | 'everywhere';
  readonly services: readonly HelpService[];
}

const ADULT: readonly HelpFor[] = ['emergency', 'all', 'young', 'facts'];
const OTHERS: readonly HelpFor[] = ['emergency', 'young', 'all', 'facts'];

/** Emergency first, then what is for the reader's age, then the rest; empty groups are left out. Pure. */
export function helpGroups(services: readonly HelpService[], everywhere: readonly HelpService[], ageBand: AgeBand): readonly HelpGroup[] {
  const groups: readonly HelpGroup[] = (ageBand === 'adult' ? ADULT : OTHERS).map((one) => ({ for: one, services: services.filter((service) => service.for === one) }));
  return [...groups, { for: 'everywhere' as const, services: everywhere }].filter((group) => group.services.length > 0);
}

/** `tel:` with digits and a leading plus alone; undefined for what is no number. */
export function phoneHref(phone: string): string | undefined {
  const digits = phone.replace(/[\s()-]/gu, '');
  return /^\+?\d{2,15}$/u.test(digits) ? `tel:${digits}` : undefined;
}

/** `https:` and a host; undefined for anything else. */
export function webHref(web: string): string | undefined {
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+$/u.test(web) ? `https://${web}/` : undefined;
}

/** Of the page that names a service; what an app gave in its place, as it is. */
export function hostOf(source: string): string {
  try {
    return new URL(source).host;
  } catch {
    return source;
  }
}
