import { MEDIA_NAMES } from '../../../src/worker/media-globals.ts';
import { closeScope } from '../../../src/worker/self-test.ts';
import { openDoor } from '../../../src/worker/worker-door.ts';

/** The media worker from the inside: every way by which drawing or decoding might load something. Answers with what was tried. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const MARK = Symbol.for('inward.attack');
const later = globalThis.setTimeout.bind(globalThis);
const FileKind = Blob;

type Try = (to: string, context: OffscreenCanvasRenderingContext2D) => unknown;

const svg = (to: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>@import "${to}-import";</style><image href="${to}-image" width="9" height="9"/></svg>`;

const TRIES: Readonly<Record<string, Try>> = {
  'filter-url': (to, context) => { context.filter = `url("${to}#f")`; context.fillRect(0, 0, 4, 4); },
  'fill-url': (to, context) => { context.fillStyle = `url("${to}")`; context.fillRect(0, 0, 4, 4); },
  'font-url': (to, context) => { context.font = `20px url("${to}"), "${to}"`; context.fillText('x', 0, 4); },
  'svg-file': (to) => createImageBitmap(new FileKind([svg(to)], { type: 'image/svg+xml' })),
  'svg-as-png': (to) => createImageBitmap(new FileKind([svg(to)], { type: 'image/png' })),
  'page-as-picture': (to) => createImageBitmap(new FileKind([`<img src="${to}">`], { type: 'text/html' })),
  'address-as-picture': (to) => createImageBitmap(to as unknown as Blob),
  'list-of-addresses': (to) => createImageBitmap(new FileKind([`#EXTM3U\n${to}`], { type: 'application/vnd.apple.mpegurl' })),
  'decoder-address': (to) => { new VideoDecoder({ output: () => undefined, error: () => undefined }).configure({ codec: to, description: to as unknown as ArrayBuffer }); },
};

async function start(): Promise<void> {
  const form = scope.name === 'frame' || scope.name === 'header' ? scope.name : 'off';
  const fetchAnything = globalThis.fetch.bind(globalThis);
  const door = await openDoor(scope, form);
  if (form !== 'off') await closeScope(scope, form, MEDIA_NAMES);
  door.listen((event) => {
    const [lure = ''] = event.data as readonly string[];
    void tryAll(lure, form === 'off' ? fetchAnything : undefined).then((tried) => { door.postMessage({ tried }, []); });
  });
  door.postMessage('ready', []);
}

async function tryAll(lure: string, control: typeof fetch | undefined): Promise<readonly string[]> {
  // Where nothing is closed a plain request shows that arrivals are counted.
  await control?.(`${lure}/control`, { mode: 'no-cors' }).catch(() => undefined);
  for (const [name, attempt] of Object.entries(TRIES)) {
    const context = new OffscreenCanvas(4, 4).getContext('2d') as OffscreenCanvasRenderingContext2D;
    try {
      const patience = new Promise((resolve) => { later(resolve, 300); });
      await Promise.race([attempt(`${lure}/${name}`, context), patience]);
      context.getImageData(0, 0, 4, 4);
    } catch {
      // Refused, as it should be.
    }
  }
  await new Promise((resolve) => { later(resolve, 150); });
  return Object.keys(TRIES);
}

if (!Object.hasOwn(globalThis, MARK)) {
  Object.defineProperty(globalThis, MARK, { value: true });
  void start();
}
