import { describe, expect, it } from 'vitest';
import type { AssetSource } from '../../../src/host/port.ts';
import { SafetyError } from '../../../src/contract/errors.ts';
import { createSafety } from '../../../src/node/index.ts';
import { ACCEPTED, message, openSafety, settle } from './open-safety.ts';

const LINK = 'see https://example.com/x';

describe('what tells hosts apart, in a page', () => {
  it('is asked for after the first verdict with a link, once, and goes in again after a crash', async () => {
    const { safety, port, loaded } = await openSafety();
    const events: string[] = [];
    safety.subscribe(({ kind }) => { events.push(kind); });
    await safety.screenMessage(message('no link'), ACCEPTED);
    await settle();
    expect([loaded.includes('suffixes.bin'), events]).toEqual([false, []]);
    const verdict = await safety.screenMessage(message(LINK), ACCEPTED);
    expect(verdict.links).toHaveLength(1);
    await settle();
    expect(events).toEqual(['links']);
    expect(port.engine.assets.filter((name) => name === 'suffixes.bin')).toHaveLength(1);
    for (let n = 0; n < 3; n++) await safety.screenMessage(message(LINK), ACCEPTED);
    await settle();
    expect(port.calls.filter((name) => name === 'configure')).toHaveLength(1);
    port.kill();
    await settle();
    expect(port.engine.assets).toContain('suffixes.bin');
    await safety.dispose();
  });

  it('is not asked for where links are left alone, and goes in when they no longer are', async () => {
    const { safety, port, loaded } = await openSafety();
    const { settings } = safety;
    await safety.applySettings({ ...settings, requests: { ...settings.requests, inertLinks: false } });
    await safety.screenMessage(message(LINK), ACCEPTED);
    await settle();
    expect(loaded).not.toContain('suffixes.bin');
    await safety.applySettings(settings);
    await safety.screenMessage(message(LINK), ACCEPTED);
    await settle();
    expect(port.engine.assets).toContain('suffixes.bin');
    await safety.dispose();
  });

  it('is said to be missing on every verdict, and asked for again a minute later', async () => {
    let gone = true;
    const asked: string[] = [];
    const assets: AssetSource = { load: (name) => {
      asked.push(name);
      return gone && name === 'suffixes.bin' ? Promise.reject(new SafetyError('asset-unavailable', name)) : Promise.resolve(new ArrayBuffer(64));
    } };
    const { safety, clock } = await openSafety({ assets });
    const degraded = async (): Promise<unknown> => {
      const verdict = await safety.screenMessage(message(LINK), ACCEPTED);
      await settle();
      return verdict.degraded;
    };
    expect(await degraded()).toEqual([]);
    expect(await degraded()).toEqual([{ check: 'links', code: 'asset-unavailable' }]);
    expect(asked.filter((name) => name === 'suffixes.bin')).toHaveLength(1);
    gone = false;
    clock.now += 60_000;
    expect(await degraded()).toEqual([{ check: 'links', code: 'asset-unavailable' }]);
    expect(await degraded()).toEqual([]);
    await safety.dispose();
  });
});

describe('what tells hosts apart, in Node', () => {
  it('is there from the start, so that no verdict depends on the time', async () => {
    const safety = await createSafety();
    const whyOf = async (text: string, href?: string): Promise<unknown> => {
      const entities = href === undefined ? {} : { entities: [{ start: 0, end: text.length, href }] };
      return (await safety.screenMessage(message(text, entities), ACCEPTED)).links.map(({ inert, why }) => ({ inert, why }));
    };
    expect(await whyOf('https://аррӏе.com/login')).toEqual([{ inert: true, why: ['look-alike-host'] }]);
    expect(await whyOf('https://gοοgle-example.org')).toEqual([{ inert: true, why: ['mixed-script', 'look-alike-host'] }]);
    expect(await whyOf('alice.github.io', 'https://bob.github.io/x')).toEqual([{ inert: true, why: ['target-differs'] }]);
    expect(await whyOf('example.com', 'https://login.example.com/')).toEqual([{ inert: false, why: [] }]);
    expect(safety.about().assets.map(({ name }) => name)).toContain('suffixes.bin');
    await safety.dispose();
  });
});
