import type { AssetName } from '../contract/assets.ts';
import type { EnginePort, StartPayload } from '../contract/engine.ts';
import type { SealForm } from '../contract/safety.ts';

/**
 * An engine that may die and come back. `start` is called once by the owner; after a loss the port starts a new worker
 * in the same form, judges its seal again, asks `onRestart` for the payload and calls `start` itself.
 *
 * The call in flight at a loss rejects with `worker-failed` (crash) or `deadline` (no answer in time); calls still in
 * the queue wait for the new worker. A fourth loss within a minute makes the port `failed`: every call rejects with
 * `worker-failed`, at once, until one comes when a restart is allowed again; that one waits for it. After `dispose` every call rejects with `disposed`.
 */
export interface RestartablePort extends EnginePort {
  readonly seal: SealForm;
  /** Where the payload of a restart comes from: settings in force, asset bytes (fresh copies, they are transferred), records. */
  onRestart(payload: () => Promise<StartPayload>): void;
  /** `restarted` after `start` of the new worker resolved; `failed` when the port gives up for the minute. Returns the undo. */
  onState(listener: (state: 'restarted' | 'failed') => void): () => void;
  /** Ends the worker and rejects every open call with `disposed`. Safe to call twice. */
  dispose(): Promise<void>;
}

/**
 * What a picture looks like, under this install's key (src/host/avatar-hash.ts); `plain`: it says too little to know it again;
 * `unreadable`: damaged, past a cap, or no picture; `unavailable`: pictures cannot be read here. Never rejects.
 */
export type LookReader = (picture: Blob, key: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | 'plain' | 'unreadable' | 'unavailable'>;

/**
 * Verified bytes of the package's public files, fetched on first need and kept for the next restart.
 * @throws {SafetyError} asset-unavailable, asset-integrity, asset-mismatch, insecure-context
 */
export interface AssetSource {
  /** A fresh copy each time: the caller may transfer it. */
  load(name: AssetName): Promise<ArrayBuffer>;
}
