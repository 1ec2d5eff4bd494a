import { afterAll, beforeAll, expect, it } from 'vitest';
import { choose, press as pressText, textOf, textsOf } from './demo-hands.ts';
import { LEAK_WATCH } from './demo-leak-watch.ts';
import { startDemoSite, type DemoSite } from './demo-stage.ts';
import { describeEngines, type Engine, type Page } from './harness/index.ts';
import { press, until, words } from './ui-stage.ts';

// The requests inbox in every engine, with a person's own presses; demo-requests.test.ts goes further in Chromium.
let site: DemoSite;
beforeAll(async () => { site = await startDemoSite(LEAK_WATCH); });
afterAll(() => site.server.close());

const PHOTO = '.bubble inward-cover:nth-of-type(1)';
const VIDEO = '.bubble inward-cover:nth-of-type(2)';
const LINK = '.bubble inward-link';

async function filled(engine: Engine): Promise<Page> {
  const page = await engine.open(`${site.server.origin}/?as=ada`);
  expect(await textOf(page, '.seal-chip.good')).toBe('Sealed');
  await pressText(page, 'Requests');
  await pressText(page, 'Fill the inbox with sample requests');
  expect(await textOf(page, '.request-group .entry')).not.toBe('');
  await pressText(page, 'Lumen Studio');
  await textOf(page, LINK);
  // With the engine's covers there nothing more is loaded, and nothing moves.
  expect(await page.run(async (photo) => {
    const wide = (): number => document.querySelector(photo)?.shadowRoot?.querySelector('canvas')?.width ?? 0;
    const waits = (): boolean => wide() < 100 || document.querySelector('.bubble [aria-busy]') !== null;
    for (let at = 0; at < 800 && waits(); at++) await new Promise((resolve) => setTimeout(resolve, 25));
    return wide();
  }, PHOTO)).toBe(320);
  return page;
}

const leaks = (page: Page): Promise<readonly string[]> => page.run(() => window.leaks());
const names = (page: Page): Promise<readonly string[]> => page.run(() => [...document.querySelectorAll('.request-group .name')].map((one) => one.textContent ?? ''));

/** Paths that were asked for since, without what the panel asks. */
function asked(from: number): readonly string[] {
  return site.chunks.slice(from).flatMap((chunk) => /^[A-Z]+ (\S+)\n/.exec(chunk.subarray(0, 2_000).toString('latin1'))?.[1] ?? []).filter((path) => !path.endsWith('/ledger'));
}

/** What the page itself knows of having asked for, without what the panel asks. */
const loaded = (page: Page): Promise<readonly string[]> => page.run(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.endsWith('/ledger') && !name.startsWith('blob:')));

describeEngines('the requests inbox', (engine) => {
  it('holds nothing of a picture, a video and a link that are on screen, and asks nobody for anything; nor after they were opened and covered again', async () => {
    const page = await filled(engine);
    expect(await page.run(() => document.querySelectorAll('.bubble inward-cover').length)).toBe(2);
    const [from, before] = [site.chunks.length, await loaded(page)];
    const nothing = async (): Promise<void> => {
      expect(await leaks(page)).toEqual([]);
      expect(asked(from)).toEqual([]);
      expect((await loaded(page)).slice(before.length)).toEqual([]);
      expect(await page.run(() => [...window.leakWatch.violations, ...window.leakWatch.opened])).toEqual([]);
    };
    await nothing();
    expect(await page.run(() => window.leakWatch.made)).toBe(0);

    await press(page, PHOTO, 'show');
    expect(await until(page, PHOTO, 'clear')).toBe('clear');
    await press(page, VIDEO, 'show');
    expect(await until(page, VIDEO, 'clear')).toBe('clear');
    await press(page, LINK, 'ask');
    const open = await leaks(page);
    expect(open.filter((leak) => leak === 'VIDEO' || leak === 'original CANVAS' || leak === 'large canvas 640').sort(), 'the watch sees them').toEqual(['VIDEO', 'large canvas 640', 'original CANVAS']);
    expect(open.filter((leak) => leak.startsWith('blob:')).length).toBe(1);

    await press(page, PHOTO, 'again');
    await press(page, VIDEO, 'again');
    await press(page, LINK, 'keep');
    await nothing();
    expect(await page.run(() => window.leakWatch.made)).toBe(1);

    await press(page, PHOTO, 'show');
    expect(await until(page, PHOTO, 'clear')).toBe('clear');
    // Another request takes the place of this one, with nobody pressing anything.
    await pressText(page, 'Mira');
    expect(await textsOf(page, '#thread-title', ['Mira'])).toEqual(['Mira']);
    await nothing();
    await page.close();
  });

  it('opens by a person alone, stays open while the page changes, and says where a link would lead', async () => {
    const page = await filled(engine);
    await page.run(() => { for (const one of document.querySelectorAll('inward-cover, inward-link, inward-request-card')) for (const button of one.shadowRoot?.querySelectorAll('button') ?? []) button.click(); });
    expect(await leaks(page)).toEqual([]);
    expect(await names(page)).toContain('Lumen Studio');
    await press(page, PHOTO, 'show');
    expect(await until(page, PHOTO, 'clear')).toBe('clear');
    await pressText(page, 'Dark colours');
    expect(await textOf(page, '[aria-label="Light colours"]')).not.toBe('');
    expect(await until(page, PHOTO, 'clear'), 'drawn anew, still the same original').toBe('clear');
    await pressText(page, 'Light colours');
    expect(await page.run(() => document.querySelectorAll('.bubble a').length)).toBe(0);
    await press(page, LINK, 'ask');
    expect(await words(page, LINK, 'status')).toContain('lumen-studio.example');
    await press(page, LINK, 'open');
    expect(await textOf(page, '.bubble .aside')).toContain('https://lumen-studio.example/spring');
    expect(await page.run(() => window.leakWatch.opened)).toEqual([]);
    await page.close();
  });

  it('deletes a group by one press, brings it back by another, and asks before more people are let in', async () => {
    const page = await filled(engine);
    const before = await names(page);
    expect(before.length).toBe(18);
    await pressText(page, 'Delete all 2: With your hidden words');
    const rest = before.filter((name) => name !== 'Olive' && name !== 'Pip');
    expect(await textsOf(page, '.request-group .name', rest)).toEqual(rest);
    expect(await textsOf(page, '#announcer', ['2 requests deleted. You can undo this.'])).toEqual(['2 requests deleted. You can undo this.']);
    await pressText(page, 'Undo');
    expect(await textsOf(page, '.request-group .name', before)).toEqual(before);
    await pressText(page, 'Settings');
    await choose(page, '#reach-strangers', 'in my chats');
    const told = ['Strangers you share no contact with come in among your chats, with a sound.'];
    expect(await textsOf(page, '#loosening-told li', told)).toEqual(told);
    await pressText(page, 'Keep it as it is');
    expect(await textsOf(page, '#loosening-told li', [])).toEqual([]);
    await choose(page, '#age-band', 'a teen');
    await pressText(page, 'Requests');
    expect(await textOf(page, '#tried-as')).toContain('You try this as a teen.');
    expect(await textOf(page, '#not-let-in')).toMatch(/^1\d samples were not let in\. Nobody is told\.$/);
    await pressText(page, 'Settings');
    await choose(page, '#age-band', 'an adult');
    await page.close();
  });
});
