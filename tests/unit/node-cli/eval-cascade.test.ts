import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

interface Printed { readonly simulated: boolean; readonly people: number; readonly runs: number; readonly seed: number; readonly seedings: readonly { readonly seeding: string; readonly scenarios: readonly { readonly scenario: string }[] }[] }

describe('inward eval cascade', () => {
  const small = ['eval', 'cascade', '--seed', '5', '--people', '300', '--runs', '2'];

  it('prints JSON alone, the same for the same seed, another for another', async () => {
    const [a, b, other] = await Promise.all([runCli([...small, '--json']), runCli([...small, '--json']), runCli([...small.map((part) => (part === '5' ? '6' : part)), '--json'])]);
    expect(a.code).toBe(0);
    expect(b.stdout).toBe(a.stdout);
    expect(other.stdout).not.toBe(a.stdout);
    const printed = JSON.parse(a.stdout) as Printed;
    expect([printed.simulated, printed.people, printed.runs, printed.seed]).toEqual([true, 300, 2, 5]);
    expect(printed.seedings.map(({ seeding }) => seeding)).toEqual(['strangers', 'friends']);
    expect(printed.seedings[0]?.scenarios.map(({ scenario }) => scenario)).toContain('answer in 4 h');
  }, 60_000);

  it('prints tables for people, each of which says that it is simulated', async () => {
    const { code, stdout } = await runCli(small);
    expect(code).toBe(0);
    const titles = stdout.split('\n').filter((_, n, lines) => lines[n + 2]?.startsWith('---'));
    expect(titles.length).toBeGreaterThan(5);
    for (const title of titles) expect(title).toMatch(/^Simulated/u);
  }, 60_000);

  it('refuses fewer people than make two communities', async () => {
    const { code, stderr } = await runCli(['eval', 'cascade', '--people', '20']);
    expect(code).toBe(2);
    expect(stderr).toContain('from 200');
  }, 60_000);
});
