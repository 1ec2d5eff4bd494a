import { openFrame } from '../../../src/host/frame-form.ts';
import type { KeptReport } from './kept-target.ts';

type Form = 'open' | 'header' | 'frame';

/** Starts the worker as the package does and hands on what it says. */
async function look(form: Form, names: readonly string[]): Promise<KeptReport> {
  const talk = form === 'frame' ? await inFrame() : direct(form);
  try {
    return await new Promise<KeptReport>((resolve, reject) => {
      talk.onLost(() => { reject(new Error('the worker failed')); });
      talk.listen((event) => {
        if (event.data === 'ready') talk.post(names);
        else resolve(event.data as KeptReport);
      });
    });
  } finally {
    talk.end();
  }
}

interface Talk {
  post(message: unknown): void;
  listen(listener: (event: MessageEvent<unknown>) => void): void;
  onLost(listener: () => void): void;
  end(): void;
}

function direct(form: 'open' | 'header'): Talk {
  const worker = new Worker(new URL(`${form}/kept.module.js`, document.baseURI), { type: 'module', name: form });
  return {
    post: (message) => { worker.postMessage(message); },
    listen: (listener) => { worker.addEventListener('message', listener); },
    onLost: (listener) => { worker.addEventListener('error', listener); },
    end: () => { worker.terminate(); },
  };
}

async function inFrame(): Promise<Talk> {
  const file = await (await fetch(new URL('open/kept.classic.js', document.baseURI))).arrayBuffer();
  const line = await openFrame(file, 'frame');
  if (typeof line === 'string') throw new Error(line);
  return { ...line, post: (message) => { line.postMessage(message, []); } };
}

(globalThis as unknown as { look: typeof look }).look = look;
