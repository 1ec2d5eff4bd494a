import { createSocket } from 'node:dgram';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEAL_HEADER_VALUE } from '../../../src/contract/seal.ts';
import { bundlePage, describeEngines, serveStatic, type Engine, type Page, type StaticServer } from '../../browser/harness/index.ts';
import { ATTACKS, type Attack } from './attacks.ts';
import type { AttackReport, Family, Orders, Variant } from './target.ts';

interface Outcome extends AttackReport {
  readonly heard: readonly string[];
  /** `PASS/NAME` of requests that reached a server. */
  readonly arrived: readonly string[];
  readonly packets: readonly UdpKind[];
}

type UdpKind = 'web-transport' | 'peer-connection';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** One family of ways out, tried from inside the worker in every engine: zero arrivals closed, all of them open. */
export function attackFamily(family: Family): void {
  const attacks = ATTACKS.filter((entry) => entry.family === family);
  let server: StaticServer;

  beforeAll(async () => {
    const worker = here('./worker.ts');
    const [esm, iife, page] = await Promise.all([bundlePage(worker), bundlePage(worker, 'iife'), bundlePage(here('./page.ts'))]);
    server = await serveStatic({
      routes: {
        '/': '<!doctype html><title>attack</title><script type="module" src="/page.js"></script>',
        '/page.js': { body: page },
        '/open/attack.module.js': { body: esm }, '/open/attack.classic.js': { body: iife },
        '/header/attack.module.js': { body: esm }, '/header/attack.classic.js': { body: iife },
        ...Object.fromEntries(lurePaths(attacks).map((path) => [path, { body: '' }])),
      },
      headers: (path) => ({
        ...(path.startsWith('/header/') ? { 'content-security-policy': SEAL_HEADER_VALUE } : {}),
        ...(path.startsWith('/leak/') ? { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' } : {}),
      }),
    });
  });
  afterAll(() => server.close());

  async function run(page: Page, variant: Variant, type: WorkerType): Promise<Outcome> {
    server.clear();
    const udp = await countPackets();
    const orders: Orders = { family, variant, same: server.origin, cross: server.otherOrigin, udp: udp.port };
    const report = await page.run(
      (given, kind) => (globalThis as unknown as { lab: { attack(o: Orders, t: WorkerType): Promise<AttackReport & { heard: string[] }> } }).lab.attack(given, kind),
      orders, type,
    );
    const arrived = server.log.filter((entry) => entry.path.startsWith('/leak/')).map((entry) => entry.path.split('/').slice(3).join('/'));
    return { ...report, arrived: [...new Set(arrived)].sort(), packets: udp.close() };
  }

  describeEngines(`attack: ${family}`, (engine) => {
    let page: Page;
    beforeAll(async () => { page = await engine.open(`${server.origin}/`); });

    describe.each(typesOf(attacks))('as a %s worker', (type) => {
      it('the control gets out by every way the engine has', async () => {
        const outcome = await run(page, 'open', type);
        expect(namesSeen(outcome)).toEqual(expected(attacks, engine, type));
        expect(outcome.there, 'ways that get out nowhere, by name').toEqual(attacks.filter((entry) => entry.hasIn?.includes(engine.name)).map((entry) => entry.name));
      });

      it('the header form lets nothing out', async () => { expectClosed(await run(page, 'header', type)); });

      // The frame form's worker is always a classic one.
      if (type === 'classic' || typesOf(attacks).length === 1) {
        it('the frame form lets nothing out', async () => { expectClosed(await run(page, 'frame', 'classic')); });
      }
    });
  });
}

function typesOf(attacks: readonly Attack[]): readonly WorkerType[] {
  return attacks.some((entry) => entry.classic === true) ? ['module', 'classic'] : ['module'];
}

function expected(attacks: readonly Attack[], engine: Engine, type: WorkerType): readonly string[] {
  return attacks.filter((entry) => !(entry.not ?? []).includes(engine.name) && (entry.classic !== true || type === 'classic'))
    .map((entry) => entry.name).sort();
}

function namesSeen(outcome: Outcome): readonly string[] {
  const names = [...outcome.arrived, ...outcome.claims].map((path) => path.split('/')[1] ?? '');
  return [...new Set([...names, ...outcome.packets])].sort();
}

function expectClosed(outcome: Outcome): void {
  expect({ ...outcome }).toEqual({ sealed: true, failed: [], claims: [], there: [], heard: [], arrived: [], packets: [] });
}

/** Whatever arrives is welcome: no attempt may fail for a reason other than the seal. */
function lurePaths(attacks: readonly Attack[]): readonly string[] {
  return attacks.flatMap(({ name }) => ['open', 'header', 'frame'].flatMap((variant) => ['held', 'after'].map((pass) => `/leak/${variant}/${pass}/${name}`)));
}

/** A socket of its own for each run: engines send the packets of an ended connection again. */
async function countPackets(): Promise<{ readonly port: number; close(): readonly UdpKind[] }> {
  const socket = createSocket('udp4');
  const packets = new Set<UdpKind>();
  // RFC 8489 §5: every STUN message has this number at its fifth byte.
  socket.on('message', (bytes) => { packets.add(bytes.length >= 20 && bytes.readUInt32BE(4) === 0x2112a442 ? 'peer-connection' : 'web-transport'); });
  await new Promise<void>((resolve) => { socket.bind(0, '127.0.0.1', resolve); });
  return { port: socket.address().port, close: () => { socket.close(); return [...packets]; } };
}
