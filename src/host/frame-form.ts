import { FRAME_SCRIPT_SHA256 } from '../../build/assets.gen.ts';
import { FRAME_SCRIPT } from '../../build/frame-script.gen.ts';
import { framePolicy } from '../contract/seal.ts';
import type { Line } from './live-worker.ts';
import { trustedHtml } from './trusted-types.ts';

/** The frame's script answers at once; where the page's policy refuses it, nothing ever comes. */
const HELLO_PATIENCE_MS = 2_000;

/**
 * Frame form of the seal: a sandboxed frame of an opaque origin, closed by a policy in its own text, starts a classic
 * blob worker, which inherits that policy (research/stack §4). Calls go over a port straight to the worker.
 *
 * @param file `worker.classic.js`, already checked.
 * @returns why not, where the frame's script does not run.
 */
export async function openFrame(file: ArrayBuffer, name: string): Promise<Line | string> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.hidden = true;
  const lines = new MessageChannel();
  const control = new MessageChannel();
  const hello = new Promise<boolean>((resolve) => {
    control.port1.onmessage = () => { resolve(true); };
    setTimeout(() => { resolve(false); }, HELLO_PATIENCE_MS);
  });
  try {
    await shown(frame);
  } catch {
    // Trusted types without `inward`: the frame's text is refused.
    return refused(frame);
  }
  // The frame's origin is opaque, so no target origin can name it; the message is public code and two ports.
  frame.contentWindow?.postMessage({ source: new TextDecoder().decode(file), name }, '*', [lines.port2, control.port2]);
  if (!(await hello)) return refused(frame);
  return frameLine(frame, lines.port1, control.port1);
}

function refused(frame: HTMLIFrameElement): string {
  frame.remove();
  return 'the page’s own policy does not allow the frame’s script';
}

function shown(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    frame.srcdoc = trustedHtml('<!doctype html><meta http-equiv="Content-Security-Policy" '
      + `content="${framePolicy(FRAME_SCRIPT_SHA256)}"><script>${FRAME_SCRIPT}</script>`);
    frame.addEventListener('load', () => { resolve(); }, { once: true });
    (document.body as HTMLElement | null ?? document.documentElement).append(frame);
  });
}

function frameLine(frame: HTMLIFrameElement, port: MessagePort, control: MessagePort): Line {
  return {
    postMessage: (message, transfer) => { port.postMessage(message, transfer); },
    listen: (listener) => {
      port.addEventListener('message', listener);
      port.start();
    },
    onLost: (listener) => {
      control.addEventListener('message', listener);
      port.addEventListener('messageerror', listener);
    },
    end: () => {
      port.close();
      control.close();
      frame.remove();
    },
  };
}
