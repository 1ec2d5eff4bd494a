import { KEPT_NAMES } from '../../../src/worker/seal-globals.ts';
import { openDoor } from '../../../src/worker/worker-door.ts';
import { closeScope } from '../../../src/worker/self-test.ts';
import { ATTACKS, HELD, type Attack, type Globals } from './attacks.ts';
import type { AttackReport, Orders, Pass } from './target.ts';

/**
 * The worker under attack: the real door, self-test and seal, then every attempt of one family from the inside. It runs
 * twice where it is closed, with references kept from before the seal and without. Timers and the door are the test's.
 */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const later = globalThis.setTimeout.bind(globalThis);
const held = keep();
const MARK = Symbol.for('inward.attack');
const PATIENCE_MS = 600;
/** The control must get out: on a busy machine the first look at a storage takes longer than a refusal does. */
const CONTROL_PATIENCE_MS = 2_500;

// The self-test imports this file again where a policy lets it.
if (!Object.hasOwn(globalThis, MARK)) {
  Object.defineProperty(globalThis, MARK, { value: true });
  void start();
}

async function start(): Promise<void> {
  const form = scope.name === 'frame' || scope.name === 'header' ? scope.name : 'off';
  const door = await openDoor(scope, form);
  // `off` closes nothing here: the control must be able to leak.
  const report = form === 'off' ? { sealed: false, failed: [] } : await closeScope(scope, form, KEPT_NAMES);
  door.listen((event) => {
    void attack(event.data as Orders).then((claims) => {
      door.postMessage({ sealed: report.sealed, failed: report.failed, claims, there: there(event.data as Orders) } satisfies AttackReport, []);
    });
  });
  door.postMessage('ready', []);
}

async function attack(orders: Orders): Promise<readonly string[]> {
  const family = ATTACKS.filter((entry) => entry.family === orders.family);
  const passes: readonly Pass[] = orders.variant === 'open' ? ['after'] : ['held', 'after'];
  const claims: string[] = [];
  for (const pass of passes) {
    // What was kept from before is still good for storage and channels: there removal is the only layer.
    const chosen = pass === 'held' ? family.filter((entry) => entry.seen !== 'claim') : family;
    const done = await Promise.all(chosen.map((entry) => claimed(entry, pass, orders)));
    claims.push(...chosen.filter((_, index) => done[index]).map((entry) => `${pass}/${entry.name}`));
  }
  return claims;
}

function there({ family }: Orders): readonly string[] {
  return ATTACKS.filter((entry) => entry.family === family && entry.has?.(globalThis as Globals) === true).map((entry) => entry.name);
}

async function claimed(entry: Attack, pass: Pass, orders: Orders): Promise<boolean> {
  const path = `/leak/${orders.variant}/${pass}/${entry.name}`;
  const lures = { cross: orders.cross + path, same: orders.same + path, udp: `https://127.0.0.1:${orders.udp}${path}` };
  const patience = new Promise((resolve) => { later(() => { resolve('late'); }, orders.variant === 'open' ? CONTROL_PATIENCE_MS : PATIENCE_MS); });
  try {
    return (await Promise.race([Promise.resolve(entry.run(pass === 'held' ? held : globalThis as Globals, lures)), patience])) === 'claim';
  } catch {
    return false;
  } finally {
    // The next attempt starts when this one had its time; a request needs no more.
    await new Promise((resolve) => { later(resolve, 150); });
  }
}

function keep(): Globals {
  const kept: Record<string, unknown> = {};
  for (const name of HELD) {
    const value = read(name);
    const bindable = typeof value === 'function' && /^[a-z]/u.test(name) && name !== 'eval';
    kept[name] = bindable ? (value as () => unknown).bind(globalThis) : value;
  }
  return kept as unknown as Globals;
}

/** In a worker of an opaque origin some getters throw (Firefox: `caches`). */
function read(name: string): unknown {
  try {
    return (globalThis as unknown as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}
