import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemoSite, type DemoSite } from './demo-stage.ts';
import { describeEngines, type Page } from './harness/index.ts';

let site: DemoSite;
beforeAll(async () => { site = await startDemoSite(); });
afterAll(() => site.server.close());

/** Presses the first button whose label begins so, once it is there. */
function press(page: Page, label: string): Promise<void> {
  return page.run(async (wanted) => {
    const find = (): HTMLElement | undefined => [...document.querySelectorAll('button')].find((one) => (
      (one.getAttribute('aria-label') ?? one.querySelector('.name')?.textContent ?? one.textContent ?? '').trim().startsWith(wanted)));
    for (let at = 0; at < 400 && find() === undefined; at++) await new Promise((resolve) => setTimeout(resolve, 25));
    const found = find();
    if (found === undefined) throw new Error(`no button ${wanted}`);
    found.click();
  }, label);
}

function textOf(page: Page, selector: string): Promise<string> {
  return page.run(async (wanted) => {
    for (let at = 0; at < 800 && document.querySelector(wanted) === null; at++) await new Promise((resolve) => setTimeout(resolve, 25));
    return document.querySelector(wanted)?.textContent ?? '';
  }, selector);
}

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
    expect(await textOf(ada, '.notice')).toContain('You don’t know this person.');
    expect(await ada.run(() => document.querySelectorAll('.bubble').length)).toBe(1);
    expect(await ada.run(() => document.querySelectorAll('.bubble a').length)).toBe(0);
    await press(ada, 'Hidden');
    await press(ada, 'Show message');
    expect(await textOf(ada, '.hidden-row mark')).toBe('pineapple');
    await Promise.all([ada.close(), stranger.close()]);
  });
});
