import type { Settings } from './settings.ts';

/** What a new person starts with: everything on, no words. A fresh object each call, so that nobody shares one. */
export function defaultSettings(): Settings {
  return {
    schemaVersion: 2,
    hiddenWords: { enabled: true, words: [], lists: [], allow: [] },
    requests: { inertLinks: true, coverMedia: true },
    notices: 'on',
    scam: { enabled: true },
  };
}
