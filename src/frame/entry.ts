/**
 * The inline script of the sandboxed frame (frame form of the seal). It starts the worker from source text and hands it
 * the page's port; it sees no message itself. Its SHA-256 stands in the frame's policy, and in the page's where that
 * has one, so every change of it is a change for hosts.
 *
 * From the page, once: `{ source, name }` with two ports, the worker's and a control port. On the control port the frame
 * says `hello`, then `error` when the worker fails; anything sent to it ends the worker.
 */
interface Order {
  readonly source: string;
  readonly name: string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

/** A page under `require-trusted-types-for 'script'` passes that on to its frame. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  return trustedTypes === undefined ? url : trustedTypes.createPolicy('inward', { createScriptURL: (own) => own }).createScriptURL(url);
}

function startWorker(order: Order, line: MessagePort, control: MessagePort): void {
  const failed = (event: Event): void => {
    // Nothing of the worker's error may reach a console: it could quote what was being read.
    event.preventDefault();
    control.postMessage('error');
  };
  const address = URL.createObjectURL(new Blob([order.source], { type: 'text/javascript' }));
  const worker = new Worker(trusted(address), { name: order.name });
  worker.onerror = failed;
  worker.onmessageerror = failed;
  worker.postMessage(null, [line]);
  control.onmessage = () => { worker.terminate(); };
}

function receive(event: MessageEvent<Order>): void {
  const [line, control] = event.ports;
  if (event.source !== parent || line === undefined || control === undefined) return;
  removeEventListener('message', receive);
  control.postMessage('hello');
  try {
    startWorker(event.data, line, control);
  } catch {
    control.postMessage('error');
  }
}

addEventListener('message', receive);
