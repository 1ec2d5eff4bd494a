import { openFrame } from '../../../src/host/frame-form.ts';

/** A line to a worker of the lab, started as the package starts its own. */
export interface Talk {
  post(message: unknown): void;
  listen(listener: (event: MessageEvent<unknown>) => void): void;
  onLost(listener: () => void): void;
  end(): void;
}

/** @param file under `/VARIANT/`, without `.module.js` or `.classic.js` */
export function direct(file: string, variant: 'open' | 'header', type: WorkerType): Talk {
  const worker = new Worker(`/${variant}/${file}.${type}.js`, { type, name: variant });
  return {
    post: (message) => { worker.postMessage(message); },
    listen: (listener) => { worker.addEventListener('message', listener); },
    onLost: (listener) => { worker.addEventListener('error', listener); },
    end: () => { worker.terminate(); },
  };
}

export async function inFrame(file: string): Promise<Talk> {
  const bytes = await (await fetch(`/open/${file}.classic.js`)).arrayBuffer();
  const line = await openFrame(bytes, 'frame');
  if (typeof line === 'string') throw new Error(line);
  return { ...line, post: (message) => { line.postMessage(message, []); } };
}
