import { direct, inFrame } from './talk.ts';
import type { AttackReport, Orders } from './target.ts';

/** The page of an attack run: starts the worker as the package does and passes its report on. */
interface Lab {
  attack(orders: Orders, type: WorkerType): Promise<Outcome>;
}

type Outcome = AttackReport & { readonly heard: readonly string[] };

const PATIENCE_MS = 4_000;
const TRIES = 6;

/**
 * Firefox 153 hangs a worker that starts nested workers in about one start of eight (measured, docs/seal.md), so a
 * worker that says nothing is started again. Arrivals are counted over all tries: a leak in any of them shows.
 */
async function attack(orders: Orders, type: WorkerType): Promise<Outcome> {
  for (let left = TRIES; left > 0; left -= 1) {
    const outcome = await once(orders, type);
    if (outcome !== undefined) return outcome;
  }
  throw new Error(`the worker under attack gave no report in ${TRIES} tries`);
}

async function once(orders: Orders, type: WorkerType): Promise<Outcome | undefined> {
  const heard: string[] = [];
  const channel = new BroadcastChannel('inward-attack');
  channel.onmessage = () => { heard.push('broadcast-channel'); };
  const talk = orders.variant === 'frame' ? await inFrame('attack') : direct('attack', orders.variant, type);
  try {
    const report = await new Promise<AttackReport | undefined>((resolve, reject) => {
      setTimeout(() => { resolve(undefined); }, PATIENCE_MS);
      talk.onLost(() => { reject(new Error('the worker under attack failed')); });
      talk.listen((event) => {
        if (event.data === 'ready') { talk.post(orders); return; }
        if (typeof event.data === 'object' && event.data !== null && 'leak' in event.data) { heard.push('message-to-the-page'); return; }
        resolve(event.data as AttackReport);
      });
    });
    // Stragglers: what was sent a moment ago may still be on its way to the server.
    await new Promise((resolve) => setTimeout(resolve, 150));
    return report === undefined ? undefined : { ...report, heard };
  } finally {
    talk.end();
    channel.close();
  }
}

(globalThis as unknown as { lab: Lab }).lab = { attack };
