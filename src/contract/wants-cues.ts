import type { AgeBand } from './message.ts';
import type { Settings } from './settings.ts';

/** Whether strangers' texts are looked at for cues: as the person chose, else of children and teens. Of somebody whose age is not known it is not. */
export function wantsCues({ contact, scam }: Settings, ageBand: AgeBand | undefined): boolean {
  return scam.enabled && (contact.cues ?? (ageBand === 'child' || ageBand === 'teen'));
}
