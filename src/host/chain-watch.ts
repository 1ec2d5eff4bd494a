import { CHAIN_HOPS, isLongForChain, mayBeChain, type ChainFound, type ChainItem, type SketchedText } from '../contract/chain.ts';
import { chainNotice } from '../contract/chain-notice.ts';
import type { ForgetTarget, ScreenItem } from '../contract/engine.ts';
import { createChainDesk, type ChainDeskOptions } from './chain-desk.ts';
import type { Waiting } from './turns.ts';

/** Chain messages seen from the screening of messages. */
export interface ChainWatch {
  /**
   * The items, those of chains with their notices. Never rejects: what was not looked at says so.
   * @param from who wrote each: which the chain worker is told, and the text worker is not
   */
  see(items: readonly ScreenItem[], from: readonly Pick<Waiting, 'peer'>[]): Promise<readonly ScreenItem[]>;
  /** @throws {SafetyError} asset-unavailable, store-failed; for a message also what the engine says */
  forget(what: ForgetTarget): Promise<void>;
  /** Ends what runs. The next message starts with what is stored then. */
  end(): Promise<void>;
  /**
   * Sketches for a report, by an engine of their own that ends with it: the one that watches has another secret. @param salt 16 bytes, public
   * @throws {SafetyError} worker-failed, no-wasm, deadline, asset-unavailable
   */
  sketch(salt: Uint8Array<ArrayBuffer>, texts: readonly string[]): Promise<readonly (SketchedText | undefined)[]>;
}

export type ChainTools = Pick<ChainDeskOptions, 'records' | 'tabs' | 'deadlineMs'>;

export function createChainWatch(tools: ChainTools, open: ChainDeskOptions['open']): ChainWatch {
  const { see, forget, end } = createChainDesk({ ...tools, open });
  return {
    async see(items, from) {
      const long = items.filter((item) => mayBeChain(item) && isLongForChain(item));
      const seen = await see(long.map((item) => told(item, from[items.indexOf(item)]?.peer)));
      return items.map((item) => {
        const { found = mayBeChain(item) ? byHops(item) : undefined, code } = seen[long.indexOf(item)] ?? {};
        const { conversationId, id } = item.message;
        return { ...item, chain: found && chainNotice(conversationId, id, found), unseen: code && [{ check: 'chain', code }] };
      });
    },
    forget, end,
    async sketch(secret, texts) {
      const { running } = await open({ secret, isPublic: true, records: [], now: 0 });
      try {
        return await running.sketch(texts);
      } finally {
        await running.end();
      }
    },
  };
}

function told({ message: { conversationId, id, revision, sentAt, text = '', forwardHops }, row, mode, now }: ScreenItem, peer: string | undefined): ChainItem {
  return { message: { conversationId, id, revision: revision ?? 0, sentAt, ...peer === undefined ? {} : { senderId: peer } }, text, hops: forwardHops, isStranger: row.isStranger, mode, now };
}

/** Nobody has to look it up: also of a short text, and where the worker cannot be had. */
function byHops({ message: { forwardHops: hops = 0 }, row }: ScreenItem): Pick<ChainFound, 'because' | 'hops' | 'mass'> | undefined {
  return hops >= CHAIN_HOPS ? { because: 'hops', hops, mass: row.isStranger } : undefined;
}
