import type { WorkerForm } from '../contract/seal.ts';
import type { MessageDoor } from './endpoint-filter.ts';

type Listen = (this: EventTarget, type: 'message', listener: (event: MessageEvent<unknown>) => void) => void;

/**
 * How this worker speaks to the page. Taken before the globals are removed; afterwards nothing else can post. In the
 * frame form the page's own port comes with the frame's one message, so that no call passes through the frame.
 */
export function openDoor(scope: DedicatedWorkerGlobalScope, form: WorkerForm): Promise<MessageDoor> {
  const post = scope.postMessage.bind(scope) as (message: unknown, transfer: Transferable[]) => void;
  // EventTarget is a prototype of the global scope, so the seal takes `addEventListener` from every port as well.
  const listen = Reflect.get(scope, 'addEventListener') as Listen;
  if (form !== 'frame') return Promise.resolve({ postMessage: post, listen: (listener) => { listen.call(scope, 'message', listener); } });
  return new Promise((resolve) => {
    listen.call(scope, 'message', (event) => {
      const port = event.ports[0];
      if (port !== undefined) resolve(portDoor(port, listen));
    });
  });
}

function portDoor(port: MessagePort, listen: Listen): MessageDoor {
  return {
    postMessage: (message, transfer) => { port.postMessage(message, transfer); },
    listen: (listener) => {
      listen.call(port, 'message', listener);
      port.start();
    },
  };
}
