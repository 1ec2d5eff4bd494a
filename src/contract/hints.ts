/**
 * Who signs hints of rates that only a service can count (docs/hints.md). Given in code, so that everybody who has this build trusts the same
 * keys; `about().hints` shows them.
 */
export interface HintIssuer {
  /** `iss` of its hints. */
  readonly issuer: string;
  /** `aud` of its hints: this app. */
  readonly audience: string;
  /** Ed25519 public keys by `kid`: 32 bytes in base64url, as `x` of a JWK (RFC 8037 §2). */
  readonly keys: Readonly<Record<string, string>>;
}

/** `typ` of the header. */
export const HINT_TYP = 'inward-hint+jwt';
/** Seconds from `iat` to `exp`, at most. */
export const HINT_SECONDS = 7 * 24 * 60 * 60;
/** A service's clock may be so many seconds ahead. */
export const HINT_SKEW_SECONDS = 60;
/** ASCII characters of a hint. */
export const HINT_UNITS = 2_048;

/** What a hint may say, and no more: a member of another name, or a value that is none of these, and it is none. */
export const HINT_BUCKETS = {
  /** Minors whom the account wrote to for the first time in 7 days. */
  newMinors: ['0-2', '3-9', '10-or-more'],
  /** Strangers whom it wrote to in 24 hours. */
  strangers: ['0-2', '3-9', '10-or-more'],
  /** How many of those asked accepted. */
  acceptRatio: ['most', 'some', 'few'],
} as const;
