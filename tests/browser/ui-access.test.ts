import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { openUi, press, serveUi, until } from './ui-stage.ts';

/** axe-core over every state and language, keyboard order, names, and what print and forced colours show. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi(); });
afterAll(() => server.close());

interface Axe { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] }> }

/** Findings by rule, and how many rules had something to look at. */
const findings = (page: Page): Promise<{ readonly found: readonly string[]; readonly passes: number }> => page.run(async () => {
  const { violations, passes } = await (window as unknown as { axe: Axe }).axe.run(document, {});
  return { found: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)), passes: passes.length };
});

async function fillPage(page: Page, lang: 'en' | 'my' | 'ar'): Promise<void> {
  await page.run(async (code, path) => {
    const catalogue = (await import(path) as Record<string, { dir: string }>)[code];
    const { useCatalogue } = await import('/dist/ui.js' as string) as { useCatalogue: (c: unknown) => void };
    useCatalogue(catalogue);
    document.documentElement.lang = code;
    document.documentElement.dir = catalogue?.dir ?? '';
    const main = document.createElement('main');
    const heading = document.createElement('h1');
    heading.textContent = 'Inward';
    const second = document.createElement('h2');
    second.textContent = 'Requests';
    main.append(heading, second);
    document.body.append(main);
    const card = window.put('inward-request-card', { name: 'Ann', context: { relationship: 'stranger', peer: { mutualContacts: 12 } } });
    const grey = new Uint8ClampedArray(16 * 12 * 4).fill(120);
    for (const [id, more] of Object.entries({ plain: {}, warned: { warned: true }, broken: { open: () => Promise.reject(new Error('x')) }, endless: { open: () => new Promise(() => undefined) } })) {
      card.append(window.put('inward-cover', { id, from: 'Ann', cover: { width: 16, height: 12, data: grey }, open: () => window.picture(), ...more }));
    }
    card.append(window.put('inward-link', { text: 'my photos', href: 'https://a.example/x', why: ['request'] }));
    main.append(card);
    const script = document.createElement('script');
    script.src = '/axe.js';
    await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
  }, lang, `/dist/ui-${lang}.js`);
}

describeEngines('the elements', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
  });

  it.each(['en', 'my', 'ar'] as const)('have no finding of axe-core in any state (%s)', async (lang) => {
    await fillPage(page, lang);
    const covered = await findings(page);
    expect(covered.found).toEqual([]);
    expect(covered.passes).toBeGreaterThan(15);
    for (const id of ['plain', 'warned', 'broken', 'endless']) await press(page, `#${id}`, 'show');
    await press(page, 'inward-link', 'ask');
    expect(await until(page, '#plain', 'clear')).toBe('clear');
    expect(await until(page, '#broken', 'covered')).toBe('covered');
    expect((await findings(page)).found).toEqual([]);
    expect(await page.run(() => window.watch.violations)).toEqual([]);
  });

  it('would be found out by axe-core: it looks into their shadow trees', async () => {
    await fillPage(page, 'en');
    await page.run(() => {
      const root = document.querySelector('#plain')?.shadowRoot;
      root?.querySelector('[part~=show]')?.replaceChildren();
      root?.querySelector('[role=status]')?.setAttribute('role', 'nothing');
    });
    const { found } = await findings(page);
    expect(found.map((line) => line.split(':')[0]).sort()).toEqual(['aria-roles', 'button-name']);
  });

  it('keep focus with the person through show and hide, and are reached by Tab in order', async () => {
    await fillPage(page, 'en');
    const focused = (): Promise<string> => page.run(() => {
      const at = document.activeElement;
      return `${at?.id ?? ''} ${at?.shadowRoot?.activeElement?.getAttribute('part') ?? ''}`.trim();
    });
    await page.run(() => { document.querySelector('#warned')?.shadowRoot?.querySelector<HTMLElement>('[part~=show]')?.focus(); });
    await page.key('Enter');
    expect(await focused()).toBe('warned button keep');
    await page.key('Tab');
    expect(await focused()).toBe('warned button confirm');
    await page.key('Enter');
    expect(await until(page, '#warned', 'clear')).toBe('clear');
    expect(await focused()).toBe('warned button again');
    await page.key('Enter');
    expect(await focused()).toBe('warned button show');
    await page.key('Tab');
    expect(await focused()).toBe('broken button show');
  });

  it('take the language of the page at once, and one of their own where they have it', async () => {
    await fillPage(page, 'en');
    const label = (id: string): Promise<string> => page.run((name) => document.querySelector(`#${name}`)?.shadowRoot?.querySelector('[part=label]')?.textContent ?? '', id);
    const [before, after] = await page.run(async () => {
      const { ar } = await import('/dist/ui-ar.js' as string) as { ar: unknown };
      const one = document.querySelector('#plain') as HTMLElement & { catalogue: unknown };
      const text = (): string => one.shadowRoot?.querySelector('[part=label]')?.textContent ?? '';
      const first = text();
      one.catalogue = ar;
      await Promise.resolve();
      return [first, text()] as const;
    });
    expect([before, after]).toEqual(['Hidden photo from \u2068Ann\u2069', 'صورة مخفية من \u2068Ann\u2069']);
    expect(await label('warned')).toBe('Hidden photo from \u2068Ann\u2069');
    expect(await page.run(() => document.querySelector('#plain')?.shadowRoot?.firstElementChild?.getAttribute('dir'))).toBe('rtl');
  });

  it('keep what an app set before they were known', async () => {
    const text = await page.run(async () => {
      await customElements.whenDefined('inward-link');
      const { InwardLink } = await import('/dist/ui.js' as string) as { InwardLink: typeof HTMLElement };
      const early = document.createElement('early-link') as HTMLElement & { text: string };
      early.text = 'set early';
      document.body.append(early);
      customElements.define('early-link', class extends InwardLink {});
      return early.shadowRoot?.querySelector('[part=text]')?.textContent;
    });
    expect(text).toBe('set early');
  });

  it('fit a narrow window at double text size, in a right-to-left page too', async () => {
    for (const lang of ['en', 'my', 'ar'] as const) {
      const narrow = await engine.open('about:blank');
      await openUi(narrow, server);
      await fillPage(narrow, lang);
      expect(await narrow.run(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html { font-size: 200% } main { inline-size: 320px }');
        document.adoptedStyleSheets = [sheet];
        const hosts = [...document.querySelectorAll('inward-cover, inward-link, inward-request-card')];
        // A letter that no font of the machine has (Burmese, in places) may reach into the padding; nothing may reach out of an element.
        const wide = [...hosts.flatMap((one) => [...one.shadowRoot?.querySelectorAll('*') ?? []]).filter((node) => node.getBoundingClientRect().width > 320.5),
          ...hosts.filter((one) => one.getBoundingClientRect().width > 320.5 || one.scrollWidth > one.clientWidth + 1)];
        return wide.map((node) => `${node.tagName} ${node.className} ${node.scrollWidth} ${node.clientWidth}`);
      })).toEqual([]);
      const small = await narrow.run(() => [...document.querySelectorAll('inward-cover, inward-link, inward-request-card')]
        .flatMap((one) => [...one.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? []]).filter((button) => !button.hidden && (button.offsetHeight < 44 || button.offsetWidth < 44)).length);
      expect(small).toBe(0);
    }
  });

  it('print the cover, not the original', async () => {
    const native = engine.playwright(page);
    if (native === undefined) {
      // Only Chromium's driver can lay a page out for print; elsewhere the rule itself is read.
      await fillPage(page, 'en');
      expect(await page.run(() => [...document.querySelector('#plain')?.shadowRoot?.adoptedStyleSheets ?? []].flatMap((sheet) => [...sheet.cssRules])
        .some((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print' && rule.cssText.includes('.original')))).toBe(true);
      return;
    }
    await fillPage(page, 'en');
    await press(page, '#plain', 'show');
    await until(page, '#plain', 'clear');
    const shown = (): Promise<readonly string[]> => page.run(() => [...document.querySelector('#plain')?.shadowRoot?.querySelectorAll('canvas') ?? []]
      .filter((canvas) => canvas.getClientRects().length > 0).map((canvas) => canvas.className));
    expect(await shown()).toEqual(['cover', 'original']);
    await native.emulateMedia({ media: 'print' });
    expect(await shown()).toEqual(['cover']);
  });
});
