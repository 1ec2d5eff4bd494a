import { openFrame } from '../../../src/host/frame-form.ts';
import type { AttackReport, Orders } from './target.ts';

/** The page of an attack run: starts the worker as the package does and passes its report on. */
interface Lab {
  attack(orders: Orders, type: WorkerType): Promise<AttackReport & { readonly heard: readonly string[] }>;
}

interface Talk {
  post(message: unknown): void;
  listen(listener: (event: MessageEvent<unknown>) => void): void;
  end(): void;
}

async function attack(orders: Orders, type: WorkerType): Promise<AttackReport & { readonly heard: readonly string[] }> {
  const heard: string[] = [];
  const channel = new BroadcastChannel('inward-attack');
  channel.onmessage = () => { heard.push('broadcast-channel'); };
  const talk = orders.variant === 'frame' ? await inFrame() : direct(orders.variant, type);
  try {
    const report = await new Promise<AttackReport>((resolve, reject) => {
      setTimeout(() => { reject(new Error('the worker under attack gave no report')); }, 20_000);
      talk.listen((event) => {
        if (event.data === 'ready') { talk.post(orders); return; }
        if (typeof event.data === 'object' && event.data !== null && 'leak' in event.data) { heard.push('message-to-the-page'); return; }
        resolve(event.data as AttackReport);
      });
    });
    // Stragglers: what was sent a moment ago may still be on its way to the server.
    await new Promise((resolve) => setTimeout(resolve, 150));
    return { ...report, heard };
  } finally {
    talk.end();
    channel.close();
  }
}

function direct(variant: 'open' | 'header', type: WorkerType): Talk {
  const worker = new Worker(`/${variant}/attack.${type}.js`, { type, name: variant });
  return {
    post: (message) => { worker.postMessage(message); },
    listen: (listener) => { worker.addEventListener('message', listener); },
    end: () => { worker.terminate(); },
  };
}

async function inFrame(): Promise<Talk> {
  const source = await (await fetch('/open/attack.classic.js')).text();
  const line = await openFrame(source, 'frame');
  if (line === undefined) throw new Error('the frame did not start');
  return { post: (message) => { line.postMessage(message, []); }, listen: (listener) => { line.listen(listener); }, end: () => { line.end(); } };
}

(globalThis as unknown as { lab: Lab }).lab = { attack };
