import type { Covers } from './covers.ts';
import type { SettingsDesk } from './desk.ts';
import type { LookReader } from './port.ts';
import type { Records } from './store.ts';
import type { Tabs } from './tabs.ts';
import type { Turns } from './turns.ts';

/** What the calls of `Safety['blocked']` and `Safety['contacts']` work on. */
export interface PeopleTools {
  readonly desk: SettingsDesk;
  readonly turns: Turns;
  readonly records: Records;
  readonly tabs: Tabs;
  readonly deadlineMs: number;
  readonly covers: Covers;
  /** In place of reading pictures by their covers. */
  readonly look?: LookReader | undefined;
  readonly onObserved: (notices: number) => void;
}
