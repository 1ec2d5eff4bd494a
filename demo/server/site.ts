import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { isPersona, type Persona } from '../wire.ts';
import { PAGE_POLICY, WORKER_POLICY } from './headers.ts';
import { indicatorsOf } from './indicators.ts';
import type { Book, Parcel } from './ledger.ts';
import type { Desk, Office } from './office.ts';
import type { ServiceClock } from './service-clock.ts';
import { listFolder, readPublicFile } from './static-files.ts';
import { withSpy } from './spy.ts';

export interface Site {
  /** The built page's files by path. */
  readonly pages: ReadonlyMap<string, string>;
  /** The package's public files by name. */
  readonly assets: ReadonlyMap<string, string>;
  readonly version: string;
  /** `--dev`: answers what is not the server's own; resolves true once it has answered. */
  readonly develop?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}

export interface Reply {
  readonly done?: boolean;
  /** Absent: the loading of the page itself, which comes before any seal. */
  readonly parcel?: Parcel;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
}

interface Question {
  readonly office: Office;
  readonly clock: ServiceClock;
  readonly posted: Buffer;
  readonly site: Site;
  readonly book: Book;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly device: string;
  readonly persona: Persona | undefined;
}

export function siteOf(pagesFolder: string, assetsFolder: string, version: string): Site {
  return { pages: listFolder(pagesFolder), assets: listFolder(assetsFolder), version };
}

/** Which answer a request gets and under which heading of the panel it counts. */
export async function answerFor(question: Question): Promise<Reply> {
  const { site, book, request, device } = question;
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const desk = /^\/desk\/(reports|partner|receipts|cases|indicators|clock)(?:\/(\d{1,4}))?$/.exec(path);
  if (desk !== null && query === undefined) return deskReply(question, desk[1] ?? '', Number(desk[2] ?? 0));
  const tool = /^\/desk\/inward\/([^/]+)\/([^/]+)$/.exec(path);
  if (tool !== null && query === undefined) return assetReply(site, tool[1], tool[2] ?? '');
  const own = /^\/as\/([a-z]+)\/(.+)$/.exec(path);
  const persona = own?.[1];
  if (isPersona(persona) && query === undefined) return ownReply(question, persona, own?.[2] ?? '');
  const get = request.method === 'GET' || request.method === 'HEAD';
  if (get && path === '/') {
    const document = ['document', 'iframe'].includes(String(request.headers['sec-fetch-dest'] ?? 'document'));
    if (document && question.persona !== undefined) book.reset(device, question.persona);
    if (site.develop !== undefined && await site.develop(request, question.response)) return { done: true, status: 200, headers: {} };
    return { ...fileReply(site.pages.get('index.html'), { 'content-security-policy': PAGE_POLICY }), ...(document ? {} : { parcel: 'other' }) };
  }
  if (site.develop !== undefined && await site.develop(request, question.response)) return { done: true, status: 200, headers: {} };
  const file = get && query === undefined ? site.pages.get(path.slice(1)) : undefined;
  // A listed file without a query is public and carries nothing; any other address could.
  return { ...fileReply(file, {}), parcel: file === undefined ? 'other' : 'publicFiles' };
}

/** The desk is the service's own side, and no device's: what a person's page sent there counts as anything else that leaves it. */
async function deskReply({ office, clock, persona, posted, request }: Question, what: string, index: number): Promise<Reply> {
  return { ...await deskAnswer(office, clock, posted, request, what, index), ...persona === undefined ? {} : { parcel: 'other' } };
}

async function deskAnswer(office: Office, { now }: ServiceClock, posted: Buffer, request: IncomingMessage, what: string, index: number): Promise<Reply> {
  const asked = `${request.method ?? ''} ${what}`;
  if (asked === 'GET reports' || asked === 'GET partner') return json(office.reportsFrom(what as Desk, index));
  if (asked === 'GET clock') return json(now());
  if (asked === 'GET receipts') return json(office.receipts);
  if (asked === 'GET indicators') return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body: await indicatorsOf(office.cases, now()) };
  if (asked === 'POST cases') office.record(posted.toString('utf8'));
  const isTaken = asked === 'POST cases' || (asked === 'POST receipts' && office.answer(posted.toString('utf8')));
  return { status: isTaken ? 204 : 400, headers: {} };
}

function ownReply({ site, book, request, device, office, clock, posted }: Question, persona: Persona, rest: string): Reply {
  if (rest === 'ledger' && request.method === 'GET') {
    return { ...json(book.read(device, persona)), parcel: 'panel' };
  }
  if (rest === 'count' && request.method === 'POST' && request.headers['content-length'] === '0') {
    book.begin(device, persona, Date.now());
    return { status: 204, headers: {} };
  }
  // Sealed: nobody on the way can read it.
  if ((rest === 'reports' || rest === 'partner') && request.method === 'POST') return { parcel: 'ciphertext', status: office.take(persona, rest, posted) ? 204 : 400, headers: {} };
  if (rest === 'clock' && request.method === 'POST') return { parcel: 'panel', status: clock.tell(posted.toString('utf8')) ? 204 : 400, headers: {} };
  if (rest === 'receipts' && request.method === 'GET') return { ...json(office.receiptsOf(persona)), parcel: 'panel' };
  const [folder = '', version, name = ''] = rest.split('/', 3);
  const asset = version === site.version && rest === `${folder}/${version}/${name}` ? site.assets.get(name) : undefined;
  if (request.method !== 'GET' || asset === undefined) return { parcel: 'other', status: 404, headers: {}, body: 'Not found' };
  const worker = name.startsWith('worker');
  if (folder === 'inward') return assetReply(site, version, name);
  if (folder !== 'spy-sealed' && folder !== 'spy-open') return { parcel: 'other', status: 404, headers: {}, body: 'Not found' };
  const reply = fileReply(asset, worker && folder === 'spy-sealed' ? { 'content-security-policy': WORKER_POLICY } : {});
  // A server that cheats would hand the pinned bytes to whoever checks them and the tampered ones to the worker.
  const cheats = name === 'worker.js' && request.headers['sec-fetch-dest'] === 'worker' && Buffer.isBuffer(reply.body);
  return { ...reply, ...(cheats ? { body: withSpy(reply.body as Buffer) } : {}), parcel: 'publicFiles' };
}

/** A public file of the package, a worker with its header. */
function assetReply(site: Site, version: string | undefined, name: string): Reply {
  const path = version === site.version ? site.assets.get(name) : undefined;
  return { ...fileReply(path, name.startsWith('worker') ? { 'content-security-policy': WORKER_POLICY } : {}), parcel: path === undefined ? 'other' : 'publicFiles' };
}

function json(value: unknown): Reply {
  return { status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(value) };
}

function fileReply(path: string | undefined, headers: OutgoingHttpHeaders): Reply {
  if (path === undefined) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
  const { body, type } = readPublicFile(path);
  return { status: 200, headers: { 'content-type': type, ...headers }, body };
}
