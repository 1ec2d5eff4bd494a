import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { FRAME_BYTES_MAX } from '../wire.ts';
import { clientOf, requestBytes } from './client-of.ts';
import { COMMON_HEADERS } from './headers.ts';
import { Book } from './ledger.ts';
import { Office } from './office.ts';
import { parseFrame } from './relay-frame.ts';
import { Relay } from './relay.ts';
import { ServiceClock } from './service-clock.ts';
import { answerFor, type Site } from './site.ts';

export interface DemoServer {
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface DemoServerOptions {
  readonly port: number;
  readonly host?: string;
  readonly site: Site;
  /** Every byte that arrives, for the test that looks for plaintext in it. */
  readonly onBytes?: (bytes: Buffer) => void;
}

const BODY_BYTES_MAX = 1024 * 1024;

/** One HTTP server: the built page, the package's assets, the counting panel's answers and the ciphertext relay. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const book = new Book();
  const clock = new ServiceClock();
  const office = new Office(clock.now);
  const server = createServer((request, response) => {
    answer(options, { book, office, clock }, request, response).catch(() => { response.destroy(); });
  });
  const sockets = relayOn(server, options, book, clock);
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`, port,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
      // A socket left its server when it was upgraded; one whose page hangs would keep the server from closing.
      for (const channel of sockets.clients) channel.terminate();
    }),
  };
}

async function answer(options: DemoServerOptions, { book, office, clock }: { readonly book: Book; readonly office: Office; readonly clock: ServiceClock }, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const client = clientOf(request);
  const body = await readBody(request);
  options.onBytes?.(Buffer.concat([headOf(request), body]));
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
  if (client.setCookie !== undefined) response.setHeader('set-cookie', client.setCookie);
  const reply = await answerFor({
    site: options.site, book, office, clock, posted: body, request, response, device: client.device, persona: client.persona,
  });
  if (reply.parcel !== undefined) {
    book.note(client.device, client.persona, reply.parcel, requestBytes(request, body.length), `${request.method ?? ''} ${pathOf(request)}`);
  }
  if (reply.done) return;
  const bytes = Buffer.from(reply.body ?? '');
  response.writeHead(reply.status, { ...reply.headers, ...(reply.status === 204 ? {} : { 'content-length': bytes.length }) });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function relayOn(server: Server, options: DemoServerOptions, book: Book, { now }: ServiceClock): WebSocketServer {
  const relay = new Relay(now);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES_MAX });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const { device, persona } = clientOf(request);
    options.onBytes?.(headOf(request));
    if (persona === undefined || request.url !== `/as/${persona}/relay` || !sameOrigin(request)) {
      book.note(device, persona, 'other', requestBytes(request, 0), `WebSocket ${pathOf(request)}`);
      socket.destroy();
      return;
    }
    book.note(device, persona, 'ciphertext', requestBytes(request, 0), 'relay');
    sockets.handleUpgrade(request, socket, head, (channel) => {
      channel.on('message', (data: Buffer, isBinary) => {
        options.onBytes?.(data);
        const frame = isBinary ? undefined : parseFrame(data.toString('utf8'));
        book.note(device, persona, frame === undefined ? 'other' : 'ciphertext', data.length, 'WebSocket frame that is not ciphertext');
        if (frame !== undefined) relay.take(persona, channel, frame);
      });
      channel.on('close', () => { relay.leave(persona, channel); });
      channel.on('error', () => { channel.terminate(); });
    });
  });
  return sockets;
}

/** A page of another site must not speak to the relay in a visitor's name. */
function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > BODY_BYTES_MAX) break;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function headOf(request: IncomingMessage): Buffer {
  return Buffer.from(`${request.method ?? ''} ${request.url ?? ''}\n${request.rawHeaders.join('\n')}\n`);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0]?.slice(0, 120) ?? '/';
}
