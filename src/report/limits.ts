/** What a report may hold. */
export const REPORT_LIMITS = {
  /** Messages of one report, those the person took out included. */
  messages: 30,
  /** UTF-16 units of the person's note. */
  noteUnits: 2_000,
  /** Bytes of the whole report as canonical JSON: what the largest padding holds. */
  bytes: 65_532,
  /** Accounts reported, notices left in, and earlier reports named. */
  accounts: 16, notices: 16, earlier: 16,
} as const;
