import { createSafety, type ReportOptions, type Safety, type Store } from 'inward';
import { createIndexedDbStore } from 'inward/browser';
import type { Persona } from '../wire.ts';
import { demoTime } from './clock.ts';
import type { SealMode } from './model.ts';
import { FIRST_WORDS } from './samples.ts';

const FOLDERS: Readonly<Record<SealMode, string>> = { 'sealed': 'inward', 'spy-sealed': 'spy-sealed', 'spy-open': 'spy-open' };

/**
 * The ten lines of the README, for a page where each person has an address and a store of their own. Settings are kept
 * by the package in the encrypted store. @throws {SafetyError} see `createSafety`; the page then goes on fail-safe
 */
export async function openSafety(me: Persona, mode: SealMode, reports: ReportOptions): Promise<Safety> {
  const safety = await createSafety({
    assets: `/as/${me}/${FOLDERS[mode]}/${__INWARD_VERSION__}/`,
    store: demoStore(me),
    seal: mode === 'spy-open' ? 'off' : 'header',
    now: demoTime,
    reports,
  });
  await giveFirstWords(me, safety);
  return safety;
}

/** Encrypted at rest. Tickets and reports that wait lie in it too. */
export function demoStore(me: Persona): Store {
  return createIndexedDbStore({ name: `inward-demo-${me}` });
}

/** Once per browser, so that a word Ada removes stays removed. */
async function giveFirstWords(me: Persona, safety: Safety): Promise<void> {
  const flag = `inward-demo-words-${me}`;
  if (me !== 'ada' || localStorage.getItem(flag) !== null) return;
  if (safety.settings.hiddenWords.words.length === 0) await safety.hiddenWords.add(FIRST_WORDS);
  localStorage.setItem(flag, 'given');
}
