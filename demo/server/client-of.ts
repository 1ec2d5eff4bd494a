import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isPersona, type Persona } from '../wire.ts';

/** Who a request comes from: a browser, and the person whose page or worker made it where that can be told. */
export interface ClientOf {
  readonly device: string;
  /** Set on a browser's first answer. */
  readonly setCookie?: string;
  readonly persona: Persona | undefined;
}

const COOKIE = 'inward-demo-device';

/** The person by the address (`/as/ada/…`, `?as=ada`), else by the page or worker that asked (Referer). */
export function clientOf(request: IncomingMessage): ClientOf {
  const known = new RegExp(`(?:^|; )${COOKIE}=([0-9a-f]{32})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
  const device = known ?? randomBytes(16).toString('hex');
  const persona = personaIn(request.url) ?? personaIn(request.headers.referer);
  if (known !== undefined) return { device, persona };
  return { device, persona, setCookie: `${COOKIE}=${device}; Path=/; HttpOnly; SameSite=Strict` };
}

function personaIn(address: string | undefined): Persona | undefined {
  if (address === undefined || !URL.canParse(address, 'http://localhost')) return undefined;
  const url = new URL(address, 'http://localhost');
  const found = /^\/as\/([a-z]+)\//.exec(url.pathname)?.[1] ?? url.searchParams.get('as');
  return isPersona(found) ? found : undefined;
}

/** Bytes of the request line and headers as they arrived, and of the body. */
export function requestBytes(request: IncomingMessage, bodyBytes: number): number {
  const head = `${request.method ?? ''} ${request.url ?? ''} HTTP/1.1\r\n`.length + 2;
  return request.rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, head) + bodyBytes;
}
