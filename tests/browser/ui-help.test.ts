import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { enlarge, openUi, press, serveUi } from './ui-stage.ts';

/** `<inward-help>`: what stands there, that nothing opens by itself, and how one leaves. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi(); });
afterAll(() => server.close());

interface Axe { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] }> }

describeEngines('the help element', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
    await page.run(async () => {
      const { defineHelp } = await import('/dist/ui-help.js' as string) as { defineHelp: () => void };
      defineHelp();
      document.documentElement.lang = 'en';
      const main = document.createElement('main');
      main.append(Object.assign(document.createElement('h1'), { textContent: 'Chat' }), window.put('inward-help', { region: 'de', ageBand: 'teen' }));
      document.body.append(main);
      for (const name of ['inward-open', 'inward-exit']) {
        document.addEventListener(name, (event) => {
          event.preventDefault();
          window.watch.states.push(`${name} ${(event as CustomEvent<{ href?: string }>).detail.href ?? ''}`.trim());
        });
      }
    });
    server.clear();
  });

  const texts = (css: string): Promise<readonly string[]> => page.run((selector) => [...document.querySelector('inward-help')?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []]
    .filter((node) => node.getClientRects().length > 0).map((node) => node.textContent), css);
  const states = (): Promise<readonly string[]> => page.run(() => window.watch.states);

  it('shows a region’s services, danger first, each with its source and day; another region can be chosen', async () => {
    expect(await texts('h3')).toEqual(['In danger right now', 'For children and teens', 'In many countries']);
    expect(await texts('strong')).toEqual(['112', 'Nummer gegen Kummer', 'Child Helpline International']);
    expect(await texts('[role=status]')).toEqual(['2 services']);
    expect((await texts('small'))[1]).toBe('Checked on \u20682026-11-22\u2069, from \u2068www.bmfsfj.de\u2069');
    await page.run(async () => {
      const select = document.querySelector('inward-help')?.shadowRoot?.querySelector('select') as HTMLSelectElement;
      select.value = 'FR';
      select.dispatchEvent(new Event('change'));
      await Promise.resolve();
    });
    expect(await texts('strong')).toEqual(['112', 'Allô enfance en danger', 'Child Helpline International']);
    await page.run(async () => {
      (document.querySelector('inward-help') as HTMLElement & { region: string }).region = 'MM';
      await Promise.resolve();
    });
    expect([await texts('[role=status]'), await texts('strong')]).toEqual([['No service of this country is listed yet.'], ['Child Helpline International']]);
  });

  it('has no address in the page; a button asks first, and only then tells the app', async () => {
    expect(await page.run(() => document.querySelector('inward-help')?.shadowRoot?.querySelectorAll('a, [href], [src]').length)).toBe(0);
    await press(page, 'inward-help', 'way');
    expect(await states()).toEqual([]);
    expect(await texts('.ask p')).toEqual(['This opens outside of the chat: \u2068112\u2069']);
    expect(await page.run(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))).toBe('button stay');
    await press(page, 'inward-help', 'stay');
    expect([await texts('.ask p'), await states()]).toEqual([[], []]);
    await press(page, 'inward-help', 'way');
    await press(page, 'inward-help', 'go');
    expect(await states()).toEqual(['inward-open tel:112']);
    await page.run(() => { document.querySelector('inward-help')?.shadowRoot?.querySelector<HTMLElement>('[part~=way]')?.click(); });
    expect(await texts('.ask p')).toEqual([]);
    expect([await page.run(() => window.watch.opened), server.log]).toEqual([[], []]);
  });

  it('lists who checks rumours where it is asked to, after what the app knows itself', async () => {
    const set = (given: object): Promise<void> => page.run(async (properties) => {
      Object.assign(document.querySelector('inward-help') as HTMLElement, properties);
      await Promise.resolve();
    }, given);
    await set({ topic: 'facts', region: 'MM' });
    expect([await texts('h2'), await texts('h3'), await texts('strong'), await texts('[role=status]')]).toEqual([
      ['Check before you pass it on'], ['They check what goes round', 'In many countries'], ['Fact Crescendo Myanmar', 'AFP Fact Check'], ['1 service']]);
    const own = { name: 'Our partner', for: 'facts', web: 'partner.example', source: 'our own list', checked: '2026-11-23' };
    await set({ own: { MM: [own], XK: [own], '': [{ ...own, name: 'Everywhere' }] } });
    expect([await texts('strong'), (await texts('small'))[0]]).toEqual([['Our partner', 'Fact Crescendo Myanmar', 'Everywhere', 'AFP Fact Check'], 'Checked on \u20682026-11-23\u2069, from \u2068our own list\u2069']);
    expect(await page.run(() => [...document.querySelector('inward-help')?.shadowRoot?.querySelectorAll('option') ?? []].map(({ value }) => value).filter((value) => ['', 'XK', 'MM', 'EG'].includes(value)).sort())).toEqual(['', 'MM', 'XK']);
    await press(page, 'inward-help', 'way');
    expect([await texts('.ask p'), await states()]).toEqual([['This opens outside of the chat: \u2068partner.example\u2069'], []]);
    await press(page, 'inward-help', 'go');
    expect([await states(), server.log]).toEqual([['inward-open https://partner.example/'], []]);
    await set({ topic: 'elsewhere', own: null, region: 'GB' });
    expect(await texts('strong')).toEqual(['999', 'Childline', 'Child Helpline International']);
  });

  it('is left at once by its first button and by Esc, and nothing of it stays in the page', async () => {
    const left = (): Promise<readonly unknown[]> => page.run(() => {
      const help = document.querySelector('inward-help') as HTMLElement;
      return [help.hidden, help.getClientRects().length, help.shadowRoot?.querySelectorAll('li').length];
    });
    await press(page, 'inward-help', 'exit');
    expect(await left()).toEqual([true, 0, 0]);
    await page.key('Escape');
    expect(await states()).toEqual(['inward-exit']);
    await page.run(async () => {
      (document.querySelector('inward-help') as HTMLElement).hidden = false;
      await Promise.resolve();
    });
    expect(await texts('strong')).toHaveLength(3);
    await page.key('Escape');
    expect([await left(), await states()]).toEqual([[true, 0, 0], ['inward-exit', 'inward-exit']]);
  });

  it('has no finding of axe-core and fits a narrow window at double text size, in every language', async () => {
    await enlarge(page);
    await page.run(() => { document.querySelector('main')?.append(window.put('inward-help', { region: 'ID', topic: 'facts' })); });
    await press(page, 'inward-help', 'way');
    for (const lang of ['en', 'es', 'pt', 'fr', 'de', 'hi', 'id', 'ar', 'my']) {
      expect([lang, await page.run(async (code, path) => {
        const catalogue = (await import(path) as Record<string, { dir: string }>)[code];
        const { useCatalogue } = await import('/dist/ui.js' as string) as { useCatalogue: (c: unknown) => void };
        useCatalogue(catalogue);
        document.documentElement.lang = code;
        document.documentElement.dir = catalogue?.dir ?? '';
        await Promise.resolve();
        const { violations, passes } = await (window as unknown as { axe: Axe }).axe.run(document, {});
        const nodes = [...document.querySelectorAll<HTMLElement>('inward-help')].flatMap((host) => [host, ...host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []]).filter((node) => node.getClientRects().length > 0 && node.tagName !== 'OPTION');
        return {
          found: violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary}`)), looked: passes.length > 12,
          codes: nodes.filter((node) => node.children.length === 0 && /^help-/u.test(node.textContent)).length,
          wide: nodes.filter((node) => node.getBoundingClientRect().width > 320.5).map((node) => node.tagName),
          small: nodes.filter((node) => ['BUTTON', 'SELECT'].includes(node.tagName) && (node.offsetHeight < 44 || node.offsetWidth < 44)).map((node) => node.textContent),
          violations: window.watch.violations,
        };
      }, lang, `/dist/ui-${lang}.js`)]).toEqual([lang, { found: [], looked: true, codes: 0, wide: [], small: [], violations: [] }]);
    }
  });
});
