import type { WorkerForm } from '../contract/seal.ts';
import type { MessageDoor } from './endpoint-filter.ts';

/**
 * How this worker speaks to the page. Taken before the globals are removed; afterwards nothing else can post. In the
 * frame form the page's own port comes with the frame's one message, so that no call passes through the frame.
 */
export function openDoor(scope: DedicatedWorkerGlobalScope, form: WorkerForm): Promise<MessageDoor> {
  const post = scope.postMessage.bind(scope) as (message: unknown, transfer: Transferable[]) => void;
  const listen = scope.addEventListener.bind(scope) as (type: 'message', listener: (event: MessageEvent<unknown>) => void) => void;
  if (form !== 'frame') return Promise.resolve({ postMessage: post, listen: (listener) => { listen('message', listener); } });
  return new Promise((resolve) => {
    listen('message', (event) => {
      const port = event.ports[0];
      if (port !== undefined) resolve(portDoor(port));
    });
  });
}

function portDoor(port: MessagePort): MessageDoor {
  return {
    postMessage: (message, transfer) => { port.postMessage(message, transfer); },
    listen: (listener) => {
      port.addEventListener('message', listener);
      port.start();
    },
  };
}
