/** Hard limits, with units. Past one: a coded error (management calls) or a `degraded` entry (screening). */
export const LIMITS = {
  /** UTF-16 units of one message over all its surfaces that are screened; the rest is named `limit-exceeded`. */
  messageUnits: 65_000,
  /** UTF-16 units of the scored part (text and caption) that the scam model reads, and of a text of one's own that nudges read. */
  scoredUnits: 4_096,
  /** Surfaces of one message, poll options and attachment names counted singly. */
  surfaces: 64,
  /** UTF-16 units of a message, conversation or attachment id. */
  idUnits: 256,
  /** Hits reported for one message; where there are more, the strongest actions first. */
  hits: 64,
  /** Links listed for one message; in requests the rest of that surface is one inert range. */
  links: 256,
  /** Ranges of words that the reasons of one notice are tied to. */
  noticeWords: 8,
  /** Hidden words of one person. */
  words: 100_000,
  /** UTF-16 units of one hidden word or phrase. */
  wordUnits: 128,
  /** UTF-16 units of a word's note. */
  noteUnits: 500,
  /** Words in one `hiddenWords.add`: more than one person's list holds, so that what is too much can be named by its place. */
  wordsAtOnce: 1_000_000,
  /** UTF-16 units of pasted or imported words. */
  importUnits: 20_000_000,
  /** Messages in one `screenMessages` call. */
  batch: 100_000,
  entities: 256,
  attachments: 64,
} as const;
