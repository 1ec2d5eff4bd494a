import type { KeptReport } from './kept-target.ts';
import { direct, inFrame } from './talk.ts';

type Form = 'open' | 'header' | 'frame';

/** Starts the worker as the package does and hands on what it says. */
async function look(form: Form, names: readonly string[], file = 'kept'): Promise<KeptReport> {
  const talk = form === 'frame' ? await inFrame(file) : direct(file, form, 'module');
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

(globalThis as unknown as { look: typeof look }).look = look;
