import { VERSION } from '../../build/version.gen.ts';
import { ASSET_HEADER_BYTES } from '../contract/assets.ts';
import type { ChainItem, ChainPort, ChainReply, ChainStart, SketchedText } from '../contract/chain.ts';
import type { ForgetTarget, StateRecord } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { chainFound, countSources, NEAR_COPY } from '../decide/chain.ts';
import { SketchKernel } from '../text/sketch-kernel.ts';
import { createChainEntries, type ChainEntries } from './chain-entries.ts';

const NOTHING: ChainReply = { writes: [] };

interface Started {
  readonly kernel: SketchKernel;
  readonly entries: ChainEntries;
  readonly isPublic: boolean;
}

/**
 * The engine of the chain worker: it reads long messages, keeps a sketch of each, and says where the same text comes from several sides. Synchronous inside; time comes in with
 * the call. Names are kept as hashes under the secret of the installation, so that its records say of nobody who wrote to whom.
 */
export class ChainEngine implements ChainPort {
  #started: Started | undefined;

  async start({ version, assets, secret, isPublic = false, records, now }: ChainStart): Promise<readonly StateRecord[]> {
    const code = assets['sketch.bin'] ?? assets['sketch-scalar.bin'];
    const tables = assets['tables.bin'];
    if (version !== VERSION || !code || !tables || secret.length !== 16) {
      throw new SafetyError('asset-mismatch', 'The worker file is of another version. Copy the assets again.');
    }
    const kernel = new SketchKernel(new Uint8Array(code).slice(ASSET_HEADER_BYTES), new Uint8Array(tables), secret);
    const entries = createChainEntries(kernel);
    this.#started = { kernel, entries, isPublic };
    return [...entries.replay(records), ...now > 0 ? entries.expire(now) : []];
  }

  async see(items: readonly ChainItem[]): Promise<readonly (ChainReply | undefined)[]> {
    const started = this.#mustBeStarted(false);
    return items.map((item) => {
      try {
        return seeOne(item, started);
      } catch {
        // Whatever one message does, it must not take the others with it.
        return undefined;
      } finally {
        started.kernel.wipe();
      }
    });
  }

  async replay(records: readonly StateRecord[]): Promise<readonly StateRecord[]> {
    return this.#mustBeStarted(false).entries.replay(records);
  }

  async forget(what: ForgetTarget): Promise<readonly StateRecord[]> {
    const { kernel, entries } = this.#mustBeStarted(false);
    if ('everything' in what) return entries.remove(() => true);
    try {
      if ('conversation' in what) {
        const conversation = kernel.identify('c', what.conversation);
        return entries.remove((one) => one.conversation === conversation);
      }
      const id = messageId(kernel, what.message);
      return entries.remove((one) => one.id === id);
    } finally {
      kernel.wipe();
    }
  }

  async sketch(texts: readonly string[]): Promise<readonly (SketchedText | undefined)[]> {
    const { kernel } = this.#mustBeStarted(true);
    const places: number[] = [];
    try {
      return texts.map((text, at) => {
        try {
          const size = kernel.sketch(text);
          if (size === 0) return undefined;
          const near = kernel.lookup(places.length, NEAR_COPY).map(({ slot }) => places[slot] as number);
          kernel.put(places.length);
          places.push(at);
          return { size, sketch: kernel.bytes(), near };
        } finally {
          kernel.wipe();
        }
      });
    } finally {
      for (const slot of places.keys()) kernel.clear(slot);
    }
  }

  /** @param isPublic what is asked for: an engine of one kind does nothing of the other. */
  #mustBeStarted(isPublic: boolean): Started {
    if (this.#started === undefined) throw new SafetyError('worker-failed', 'The engine was not started.');
    if (this.#started.isPublic !== isPublic) throw new SafetyError('wrong-scope', 'This engine was started with another kind of secret.');
    return this.#started;
  }
}

/** History adds nothing and says nothing; the same revision of a message says again what it said, without writes; an older one nothing. */
function seeOne({ message, text, hops = 0, isStranger, mode, now }: ChainItem, { kernel, entries }: Started): ChainReply {
  if (mode === 'history') return NOTHING;
  const { conversationId, senderId, revision = 0, sentAt } = message;
  const conversation = kernel.identify('c', conversationId);
  const id = messageId(kernel, message);
  const held = entries.get(id);
  if (held && held.revision > revision) return NOTHING;
  const expired = entries.expire(now);
  const came = held?.came ?? now;
  const at = Math.min(sentAt, came);
  // Sooner or later every name is in INPUT: the text comes last, so that its sketch stays in force.
  const sender = senderId === undefined ? conversation : kernel.identify('s', senderId);
  const size = kernel.sketch(text);
  if (size === 0) {
    const gone = held ? entries.remove((one) => one.id === id) : [];
    return { found: chainFound(0, hops, isStranger), writes: [...expired, ...gone] };
  }
  const entry = { id, conversation, sender, at, came, revision, size };
  const all = [...entries.near().filter((one) => one.id !== id), entry];
  // Whoever dates three messages days apart has still sent them within a day.
  const sources = Math.max(countSources(all, at), countSources(all.map((one) => ({ ...one, at: one.came })), came));
  const copies = all.reduce((first, one) => (one.came < first.came ? one : first)).id;
  return { found: chainFound(sources, hops, isStranger), copies, writes: held?.revision === revision ? expired : [...expired, ...entries.add(entry)] };
}

function messageId(kernel: SketchKernel, { conversationId, id }: { readonly conversationId: string; readonly id: string }): string {
  // Where the one name ends and the other begins is part of what is hashed.
  return kernel.identify('m', `${conversationId.length} ${conversationId}${id}`);
}
