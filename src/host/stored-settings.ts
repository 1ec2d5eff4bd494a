import { isSafetyError } from '../contract/errors.ts';
import type { SafetyErrorCode } from '../contract/errors.ts';
import { parseSettings } from '../contract/parse-settings.ts';
import type { Settings } from '../contract/settings.ts';
import type { Records } from './store.ts';
import type { Tabs } from './tabs.ts';

/** The settings as the store has them. `put` within the store's turn. */
export interface StoredSettings {
  /** What is wrong with the stored settings, until they are set anew. */
  readonly trouble: SafetyErrorCode | undefined;
  /** Reads them anew; `undefined` where there are none that can be read, with `news` also where nothing has changed. */
  look(news?: boolean): Promise<Settings | undefined>;
  /** Never rejects: what could not be stored (`false`) is in force all the same, and every verdict says that it is not kept. */
  put(settings: Settings): Promise<boolean>;
  /** The store's turn did not come. */
  failed(): void;
  reset(): void;
}

const NAME = { table: 'settings', key: 'current' } as const;

export function createStoredSettings(records: Records, tabs: Tabs): StoredSettings {
  let stored: string | undefined;
  let trouble: SafetyErrorCode | undefined;
  return {
    get trouble() { return trouble; },
    async look(news = false) {
      const [record] = await records.refresh([NAME]);
      const code = records.trouble(NAME);
      if (record === undefined) {
        trouble = code ?? trouble;
        return news || stored === undefined ? undefined : parseSettings(JSON.parse(stored));
      }
      trouble = code;
      stored = undefined;
      if (record.bytes === null) return undefined;
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(record.bytes);
        const settings = parseSettings(JSON.parse(text));
        stored = text;
        return settings;
      } catch (error) {
        trouble = isSafetyError(error) ? error.code : 'settings-invalid';
        return undefined;
      }
    },
    async put(settings) {
      const text = JSON.stringify(settings);
      if (text === stored && trouble === undefined) return true;
      try {
        await records.write([{ ...NAME, bytes: new TextEncoder().encode(text) }]);
        stored = text;
        trouble = undefined;
        tabs.announce('settings');
        return true;
      } catch (error) {
        trouble = codeOf(error);
        return false;
      }
    },
    failed() { trouble = 'store-failed'; },
    reset() {
      stored = undefined;
      trouble = undefined;
    },
  };
}

export function codeOf(error: unknown): SafetyErrorCode {
  return isSafetyError(error) ? error.code : 'store-failed';
}
