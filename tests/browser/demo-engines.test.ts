import { afterAll, beforeAll, expect, it } from 'vitest';
import { formsOf } from './demo-canary.ts';
import { bubbleWith, press, say, textOf } from './demo-hands.ts';
import { startDemoSite, type DemoSite } from './demo-stage.ts';
import { describeEngines } from './harness/index.ts';

let site: DemoSite;
beforeAll(async () => { site = await startDemoSite(); });
afterAll(() => site.server.close());

const arrived = (): Buffer => Buffer.concat(site.chunks);

describeEngines('the playground', (engine) => {
  it('seals, chats end-to-end encrypted, hides a word and notes a scam', async () => {
    const ada = await engine.open(`${site.server.origin}/?as=ada`);
    expect(await textOf(ada, '.seal-chip.good')).toBe('Sealed');
    const stranger = await engine.open(`${site.server.origin}/?as=stranger&with=ada`);
    expect(await textOf(stranger, '.seal-chip.good')).toBe('Sealed');
    await press(stranger, 'Hidden word');
    await press(stranger, 'Parcel fee');
    await press(ada, 'Requests');
    await press(ada, 'Unknown 4417');
    await textOf(ada, 'inward-notice');
    expect(await ada.run(() => document.querySelector('inward-notice')?.shadowRoot?.textContent)).toContain('This person is not in your contacts.');
    expect(await ada.run(() => document.querySelectorAll('.bubble').length)).toBe(1);
    expect(await ada.run(() => document.querySelectorAll('.bubble a').length)).toBe(0);
    await press(ada, 'Hidden');
    await press(ada, 'Show message');
    expect(await textOf(ada, '.hidden-row mark')).toBe('pineapple');
    await Promise.all([ada.close(), stranger.close()]);
  });

  it('lets no form of a text reach the relay; with the seal broken on purpose the same search finds it', async () => {
    const canaries = [`Zebrafinch-91d4 in ${engine.name}`, `zwölf Kraniche ပန်း ${engine.name}`];
    const [ada, stranger] = await Promise.all([
      engine.open(`${site.server.origin}/?as=ada`), engine.open(`${site.server.origin}/?as=stranger&with=ada`)]);
    expect(await textOf(ada, '.seal-chip.good')).toBe('Sealed');
    expect(await textOf(stranger, '.seal-chip.good')).toBe('Sealed');
    for (const canary of canaries) await say(stranger, canary);
    await press(ada, 'Requests');
    await press(ada, 'Unknown 4417');
    for (const canary of canaries) expect(await bubbleWith(ada, canary), canary).toBe(true);
    expect(arrived().length).toBeGreaterThan(5_000);
    for (const form of canaries.flatMap((canary) => formsOf(canary))) expect(arrived().includes(form.bytes), form.name).toBe(false);
    await ada.close();

    const open = await engine.open(`${site.server.origin}/?as=ada&seal=off&leak=1`);
    // The badge is a button; it says so once the worker runs.
    await press(open, 'Not sealed');
    const lost = `Kingfisher-77c0 in ${engine.name}`;
    await say(stranger, lost);
    for (let at = 0; at < 600 && !arrived().includes(lost); at++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(arrived().includes(lost)).toBe(true);
    await Promise.all([open.close(), stranger.close()]);
  });
});
