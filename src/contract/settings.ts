/** The one source of truth for what runs. Plain JSON; the host keeps it. Migrations live in `parse-settings.ts`. */
export interface HiddenWord {
  readonly text: string;
  /** `word`: whole words (default); `prefix`: starts of words; `anywhere`: also inside words. */
  readonly match?: 'word' | 'prefix' | 'anywhere';
}

export interface HiddenWordsSettings {
  readonly enabled: boolean;
  readonly words: readonly HiddenWord[];
  /** Default lists by language tag. */
  readonly lists: readonly string[];
  /** Words that are never hidden, whatever a list says. */
  readonly allow: readonly string[];
}

export interface Settings {
  readonly schemaVersion: 1;
  readonly hiddenWords: HiddenWordsSettings;
  readonly requests: {
    /**
     * Links of people one does not know cannot be pressed, nor those of others than contacts whose text names another
     * host than their target. Off: no link is looked for, whoever sent it, and `links` is empty.
     */
    readonly inertLinks: boolean;
    readonly coverMedia: boolean;
  };
  /** `observe` computes and counts on the device but shows nothing. */
  readonly notices: 'on' | 'observe' | 'off';
  readonly scam: { readonly enabled: boolean };
}
