import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/build/paths.ts';
import { ENTRIES, installPackage, TYPE_ENTRIES, type Consumer } from './installed-package.ts';

const exported = (JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { exports: Record<string, string | Record<string, string>> }).exports;

/** Imports one entry in a fresh process and says what changed around it. */
const PROBE = `
const name = process.argv[2];
const shape = (o) => Reflect.ownKeys(o).map(String).sort().join();
const look = () => ({ globals: shape(globalThis), object: shape(Object.prototype), array: shape(Array.prototype), string: shape(String.prototype),
  promise: shape(Promise.prototype), listeners: process.eventNames().map(String).sort().join(), env: shape(process.env) });
const lines = [];
for (const stream of [process.stdout, process.stderr]) { const write = stream.write.bind(stream); stream.write = (t, ...r) => { lines.push(String(t)); return write(t, ...r); }; }
const before = look();
// The pipes of standard output and error are Node's own.
const held = () => process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap').sort().join();
const resources = held();
let code, names = [];
try { names = Object.keys(await import(name)); } catch (error) { code = error.code ?? String(error); }
await new Promise((resolve) => setImmediate(resolve));
const after = look();
const printed = lines.join('');
console.log(JSON.stringify({ code, names, changed: Object.keys(before).filter((k) => before[k] !== after[k]),
  left: held() === resources ? '' : held(), printed }));
`;

interface Probe {
  readonly code?: string;
  readonly names: readonly string[];
  readonly changed: readonly string[];
  readonly left: string;
  readonly printed: string;
}

describe('each entry, imported alone in Node from the packed package', () => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = installPackage();
    consumer.write('probe.mjs', PROBE);
    consumer.write('noisy.mjs', 'globalThis.leaked = 1; setInterval(() => {}, 1000); setTimeout(() => process.exit(), 2000);');
  });
  afterAll(() => { consumer.remove(); });

  function probe(name: string): Probe {
    // The process must also end by itself: a timer or handle left behind runs into the time limit.
    return JSON.parse(execFileSync(process.execPath, ['probe.mjs', name], { cwd: consumer.folder, encoding: 'utf8', timeout: 20_000 })) as Probe;
  }

  it.each(ENTRIES)('%s has names and no side effects', (name) => {
    const { names, ...rest } = probe(name);
    expect(names.length).toBeGreaterThan(0);
    expect(names).not.toContain('default');
    expect(rest).toEqual({ changed: [], left: '', printed: '' });
  });

  it.each(TYPE_ENTRIES)('%s is nothing at run time', (name) => {
    expect(probe(name)).toEqual({ names: [], changed: [], left: '', printed: '' });
  });

  it('inward/worker outside a worker throws wrong-scope and changes nothing', () => {
    expect(probe('inward/worker')).toEqual({ code: 'wrong-scope', names: [], changed: [], left: '', printed: '' });
  });

  it('would notice a global and a timer', () => {
    const seen = probe('./noisy.mjs');
    expect(seen.changed).toEqual(['globals']);
    expect(seen.left).toContain('Timeout');
  });

  it('covers every name of package.json, whose files all exist', () => {
    const names = Object.keys(exported).filter((key) => !key.includes('*') && key !== './package.json')
      .map((key) => key.replace(/^\./, 'inward'));
    expect(names.sort()).toEqual([...ENTRIES, ...TYPE_ENTRIES, 'inward/worker'].sort());
    for (const target of Object.values(exported).flatMap((value) => (typeof value === 'string' ? [value] : Object.values(value)))) {
      if (!target.includes('*')) expect(existsSync(join(consumer.folder, 'node_modules/inward', target)), target).toBe(true);
    }
  });
});
