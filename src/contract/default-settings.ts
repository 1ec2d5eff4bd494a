import type { Settings } from './settings.ts';

/** What a new person starts with: everything on, no words, reached as is usual for their age. A fresh object each call, so that nobody shares one. */
export function defaultSettings(): Settings {
  return {
    schemaVersion: 3,
    hiddenWords: { enabled: true, words: [], lists: [], allow: [] },
    requests: { from: {}, inertLinks: true, coverMedia: true, quietFloods: true },
    outgoing: { nudges: true },
    notices: 'on',
    scam: { enabled: true },
    blocked: { enabled: true },
    impersonation: { enabled: true },
    contact: { enabled: true },
    chain: { enabled: true },
  };
}
