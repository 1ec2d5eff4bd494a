import { LIST_TAGS } from '../build/list-tags.gen.ts';

/**
 * `inward/lists`: tags of the default lists that this package has, in order of the alphabet, for a settings screen.
 * `settings.hiddenWords.lists` takes them; their sizes and sources: docs/default-lists.md.
 */
export const DEFAULT_LISTS: readonly string[] = LIST_TAGS;
