import type { AssetRecord } from './assets.ts';
import type { HintIssuer } from './hints.ts';

/** How the code that sees plaintext is closed (DESIGN §2.1). `in-process` is Node. */
export type SealForm = 'header' | 'frame' | 'off' | 'in-process';

export interface About {
  readonly version: string;
  readonly seal: SealForm;
  readonly kernel: 'simd' | 'scalar' | 'none';
  readonly abiVersion: number;
  /** Of the tables in use; empty while nothing that is switched on needs them. */
  readonly unicodeVersion: string;
  /** Digest of the frame form's script, as it stands in the page's policy: `sha256-…` in base64. */
  readonly frameScript: string;
  readonly assets: readonly AssetRecord[];
  /** Whose hints are believed, by which keys; as the host gave it. */
  readonly hints?: HintIssuer | undefined;
  /** Ids of the keys that reports may be sealed to, moderators' first; each is the digest of its key. */
  readonly recipients: readonly string[];
}
