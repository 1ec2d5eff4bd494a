import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

interface Printed { readonly world: string; readonly seed: number; readonly benign: { readonly all: { readonly notices: { readonly n: number } } }; readonly kinds: readonly { readonly kind: string }[] }

describe('inward eval contact', () => {
  const small = ['eval', 'contact', '--seed', '5', '--world', 'gaming', '--threads', '1500'];

  it('prints JSON alone, the same for the same seed, another for another', async () => {
    const [a, b, other] = await Promise.all([runCli([...small, '--json']), runCli([...small, '--json']), runCli([...small.map((part) => (part === '5' ? '6' : part)), '--json'])]);
    expect(a.code).toBe(0);
    expect(b.stdout).toBe(a.stdout);
    expect(other.stdout).not.toBe(a.stdout);
    const printed = JSON.parse(a.stdout) as Printed;
    expect([printed.world, printed.seed, printed.benign.all.notices.n]).toEqual(['gaming', 5, 1_500]);
    expect(printed.kinds.map(({ kind }) => kind)).toContain('patient');
  }, 60_000);

  it('prints tables for people', async () => {
    const { code, stdout } = await runCli(small);
    expect(code).toBe(0);
    for (const title of ['Bars', 'Honest new threads', 'Adversaries', 'F_latency', 'Calibration', 'Rules of one or two facts']) expect(stdout).toContain(title);
  }, 60_000);
});
