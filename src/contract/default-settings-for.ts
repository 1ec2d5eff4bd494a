import { defaultSettings } from './default-settings.ts';
import { USUAL_REACH } from './delivery-table.ts';
import type { AgeBand } from './message.ts';
import type { Settings } from './settings.ts';
import { wantsCues } from './wants-cues.ts';

/**
 * What a person of this age starts with, every choice filled in: for a settings screen. Stored, these choices stay when the
 * age changes; `defaultSettings()` leaves them out, and then they follow the age that each message's context tells.
 */
export function defaultSettingsFor(ageBand: AgeBand): Settings {
  const usual = defaultSettings();
  const { requests, outgoing, contact } = usual;
  return {
    ...usual, requests: { ...requests, from: { ...USUAL_REACH[ageBand] } }, outgoing: { ...outgoing, forwards: true }, contact: { ...contact, cues: wantsCues(usual, ageBand) },
  };
}
