import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { openUi, press, serveUi, until, whereIs, words } from './ui-stage.ts';

/** `<inward-cover>` as a person meets it: real mouse, real keys, the strictest policy an app can have. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi(); });
afterAll(() => server.close());

describeEngines('<inward-cover>', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
  });

  const putCover = (properties: Readonly<Record<string, unknown>> = {}): Promise<void> => page.run((extra) => {
    const grey = new Uint8ClampedArray(16 * 12 * 4).fill(120);
    window.put('inward-cover', {
      cover: { width: 16, height: 12, data: grey }, from: 'Ann', ...extra,
      open: () => { window.watch.calls++; return window.picture(); },
    });
  }, properties);
  const leaks = (): Promise<readonly string[]> => page.run(() => window.leaks());
  const calls = (): Promise<number> => page.run(() => window.watch.calls);
  const state = (): Promise<string> => page.run(() => (document.querySelector('inward-cover') as HTMLElement & { readonly state: string }).state);
  const isRed = (): Promise<boolean> => page.run(() => window.leaks().some((leak) => leak.startsWith('red')));

  it('says whose photo is hidden, and nothing of what is on it', async () => {
    await putCover();
    expect(await words(page, 'inward-cover', 'label')).toBe('Hidden photo from Ann');
    expect(await page.run(() => document.querySelector('inward-cover')?.shadowRoot?.querySelector('[role=group]')?.getAttribute('aria-labelledby'))).toBe('label');
    expect(await leaks()).toEqual([]);
    expect(await calls()).toBe(0);
  });

  it('shows the original after one press, and nothing is left when it is hidden again', async () => {
    await putCover();
    await press(page, 'inward-cover', 'show');
    expect(await until(page, 'inward-cover', 'clear')).toBe('clear');
    expect(await isRed()).toBe(true);
    expect(await calls()).toBe(1);
    expect(await words(page, 'inward-cover', 'label')).toBe('Photo from Ann');
    await press(page, 'inward-cover', 'again');
    expect(await state()).toBe('covered');
    expect(await leaks()).toEqual([]);
    expect(await page.run(() => [window.watch.made, window.watch.violations.join()])).toEqual([0, '']);
    expect(server.log).toEqual([]);
  });

  it('does nothing for a script: clicks, keys, events, and a copy of a real event', async () => {
    await putCover();
    await page.run(async () => {
      const root = document.querySelector('inward-cover')?.shadowRoot;
      for (const button of root?.querySelectorAll('button') ?? []) {
        button.hidden = false;
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
        button.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        button.dispatchEvent(new KeyboardEvent('keyup', { key: ' ', bubbles: true }));
        button.focus();
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect([await state(), await calls(), await leaks()]).toEqual(['covered', 0, []]);
  });

  it.each(['Enter', 'Space'] as const)('opens by keyboard with %s, and the next press of it hides again', async (key) => {
    await putCover();
    await page.run(() => { document.querySelector('inward-cover')?.shadowRoot?.querySelector<HTMLElement>('[part~=show]')?.focus(); });
    await page.key(key);
    expect(await until(page, 'inward-cover', 'clear')).toBe('clear');
    await page.key(key);
    expect([await state(), await leaks()]).toEqual(['covered', []]);
  });

  it('asks once more where a notice stands; keeping it hidden is the first answer', async () => {
    await putCover({ warned: true });
    await page.run(() => { document.querySelector('inward-cover')?.shadowRoot?.querySelector<HTMLElement>('[part~=show]')?.focus(); });
    await page.key('Enter');
    expect([await state(), await calls()]).toEqual(['confirming', 0]);
    expect(await words(page, 'inward-cover', 'status')).toContain('There is a notice');
    await page.key('Enter');
    expect([await state(), await calls()]).toEqual(['covered', 0]);
    await press(page, 'inward-cover', 'show');
    await press(page, 'inward-cover', 'confirm');
    expect(await until(page, 'inward-cover', 'clear')).toBe('clear');
    expect(await calls()).toBe(1);
  });

  it('takes the second half of a double click for nothing', async () => {
    await putCover({ warned: true });
    const [x, y] = await whereIs(page, 'inward-cover', 'show');
    await page.press(x, y, 2);
    expect(['covered', 'confirming']).toContain(await state());
    expect(await calls()).toBe(0);
  });

  it('lets a key held down press once: its repeats do not press what came in the button\'s place', async () => {
    await putCover();
    expect(await page.run(() => [...document.querySelector('inward-cover')?.shadowRoot?.querySelectorAll('button') ?? []].flatMap((button) =>
      ['Enter', ' ', 'Tab'].map((key) => button.dispatchEvent(new KeyboardEvent('keydown', { key, repeat: key !== 'Tab', bubbles: true, cancelable: true })))))).toEqual(
      Array.from({ length: 5 }, () => [false, false, true]).flat());
    const native = engine.playwright(page);
    await page.run(() => { document.querySelector('inward-cover')?.shadowRoot?.querySelector<HTMLElement>('[part~=show]')?.focus(); });
    for (let n = 0; n < 3; n++) await native?.keyboard.down('Enter');
    if (native === undefined) await page.key('Enter');
    expect(await until(page, 'inward-cover', 'clear')).toBe('clear');
    await native?.keyboard.up('Enter');
    expect(await page.run(() => window.watch.states)).toEqual(['opening', 'clear']);
  });

  it.each([
    ['the page is hidden', 'visibilitychange'], ['the page is left', 'pagehide'], ['it leaves the page', 'remove'], ['another original is set', 'open'],
    ['a notice comes', 'warned'], ['it becomes another kind', 'kind'], ['what holds it is dragged', 'drag'], ['the app says so', 'method'],
  ])('covers by itself when %s', async (_, what) => {
    await putCover();
    await press(page, 'inward-cover', 'show');
    expect(await until(page, 'inward-cover', 'clear')).toBe('clear');
    await page.run((how) => {
      const cover = document.querySelector('inward-cover') as HTMLElement & { open: unknown; warned: boolean; kind: string; coverAgain(): void };
      if (how === 'visibilitychange') {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      } else if (how === 'pagehide') window.dispatchEvent(new Event('pagehide'));
      else if (how === 'remove') { cover.remove(); document.body.append(cover); }
      else if (how === 'open') cover.open = () => window.picture();
      else if (how === 'warned') cover.warned = true;
      else if (how === 'kind') cover.kind = 'video';
      else if (how === 'drag') document.body.dispatchEvent(new Event('dragstart', { bubbles: true, composed: true }));
      else cover.coverAgain();
    }, what);
    expect([await state(), await leaks()]).toEqual(['covered', []]);
  });

  it('lets bytes that come after a stop open nothing', async () => {
    await page.run(() => {
      window.put('inward-cover', { open: ({ signal }: { signal: AbortSignal }) => {
        window.watch.calls++;
        signal.addEventListener('abort', () => { window.watch.states.push('aborted'); });
        return new Promise((resolve) => { (window as unknown as { finish: () => void }).finish = () => { resolve(window.picture()); }; });
      } });
    });
    await press(page, 'inward-cover', 'show');
    expect(await state()).toBe('opening');
    await press(page, 'inward-cover', 'again');
    await page.run(async () => {
      (window as unknown as { finish: () => void }).finish();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect([await state(), await leaks(), await page.run(() => window.watch.states)]).toEqual(['covered', [], ['opening', 'aborted', 'covered']]);
  });

  it.each([
    ['rejects', 'problem-failed', 'could not be loaded'], ['is no picture', 'problem-undecodable', 'cannot be shown here'],
    ['is SVG', 'problem-undecodable', 'cannot be shown here'], ['is no blob', 'problem-failed', 'could not be loaded'],
  ])('stays covered, says why and offers another try when what comes %s', async (what, _code, text) => {
    await page.run((how) => {
      const first: Record<string, () => Promise<unknown>> = {
        'rejects': () => Promise.reject(new Error('secret')), 'is no picture': () => Promise.resolve(new Blob(['<b>'], { type: 'image/png' })),
        'is SVG': () => Promise.resolve(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/leak"/></svg>'], { type: 'image/svg+xml' })),
        'is no blob': () => Promise.resolve('blob:nothing'),
      };
      window.put('inward-cover', { open: () => (window.watch.calls++ === 0 ? first[how]?.() : window.picture()) });
    }, what);
    await press(page, 'inward-cover', 'show');
    expect(await until(page, 'inward-cover', 'covered')).toBe('covered');
    expect(await words(page, 'inward-cover', 'status')).toContain(text);
    expect(await words(page, 'inward-cover', 'status')).toContain('It stays hidden.');
    expect([await leaks(), server.log]).toEqual([[], []]);
    expect(await words(page, 'inward-cover', 'show')).toBe('Try again');
    await press(page, 'inward-cover', 'show');
    expect(await until(page, 'inward-cover', 'clear')).toBe('clear');
  });

  it('keeps the neutral tile for anything that is no cover, or too large to be one', async () => {
    const sizes = await page.run(async () => {
      const big = await createImageBitmap(new ImageData(600, 4));
      const covers: readonly unknown[] = [undefined, null, 'x', { width: 2, height: 2, data: new Uint8ClampedArray(3) }, { width: 1e9, height: 1e9, data: new Uint8ClampedArray(0) }, big, document.createElement('img'),
        { width: 2, height: 1, data: new Uint8ClampedArray(8) }, await createImageBitmap(new ImageData(5, 4))];
      return covers.map((cover) => {
        const canvas = window.put('inward-cover', { cover }).shadowRoot?.querySelector('canvas');
        return `${canvas?.width}x${canvas?.height}`;
      });
    });
    expect(sizes).toEqual([...Array.from({ length: 7 }, () => '4x3'), '2x1', '5x4']);
  });

  it('gives a file to the downloads after a reveal and another press, under a plain name, and takes the URL back', async () => {
    await putCover({ kind: 'file', fileName: '../x\u202egnp.exe' });
    await press(page, 'inward-cover', 'show');
    expect(await until(page, 'inward-cover', 'clear')).toBe('clear');
    expect(await page.run(() => [window.watch.made, window.watch.downloads.join()])).toEqual([0, '']);
    await press(page, 'inward-cover', 'save');
    expect(await page.run(() => [window.watch.urls.size, window.watch.downloads.join()])).toEqual([1, '_xgnp.exe blob:']);
    await press(page, 'inward-cover', 'again');
    expect(await leaks()).toEqual([]);
  });
});
