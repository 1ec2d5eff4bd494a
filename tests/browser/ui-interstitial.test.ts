import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { openUi, press, serveUi } from './ui-stage.ts';

/** `<inward-interstitial>`, and the four layouts of it and of `<inward-notice>`. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi(); });
afterAll(() => server.close());

const CONTACT = {
  id: 'n', kind: 'contact', level: 'strong', reasons: ['new-account', 'adult-account', 'no-mutual-contacts', 'wrote-to-many-young'], where: [],
  actions: ['restrict', 'block', 'report', 'talk-to-somebody', 'keep-chatting', 'get-help', 'learn-more', 'dismiss'],
};
const NAME = { ...CONTACT, id: 'm', kind: 'impersonation', reasons: ['name-like-contact', 'other-account'], actions: ['check-another-way', 'compare', 'block', 'report', 'learn-more', 'dismiss'] };
const LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'hi', 'id', 'ar', 'my'] as const;
type Given = HTMLElement & { notice: unknown; layout: unknown; ageBand: unknown };
interface Axe { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] }> }

describeEngines('an interstitial', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
    await page.run((contact) => {
      const main = document.createElement('main');
      const before = Object.assign(document.createElement('button'), { id: 'before', textContent: 'Before' });
      const after = Object.assign(document.createElement('button'), { id: 'after', textContent: 'After' });
      main.append(Object.assign(document.createElement('h1'), { textContent: 'Chat' }), before, window.put('inward-interstitial', { notice: contact, ageBand: 'teen' }), after);
      document.body.append(main);
      document.documentElement.lang = 'en';
      document.addEventListener('inward-notice', (event) => { window.watch.states.push((event as CustomEvent<{ action: string }>).detail.action); });
    }, CONTACT);
  });

  const seen = (): Promise<readonly string[]> => page.run(() => [...document.querySelector('inward-interstitial')?.shadowRoot?.querySelectorAll<HTMLElement>('h2, li, button, [part=trick], [part=here]') ?? []]
    .filter((node) => node.getClientRects().length > 0 && node.textContent !== '').map((node) => node.textContent));

  it('stands open with its facts, four buttons and quiet links, and says why on a press', async () => {
    const open = ['You don’t have to reply', 'This account is new.', 'This account says it is an adult.', 'You share no contacts.', 'Restrict', 'Block', 'Report', 'Talk to someone you trust',
      'Keep chatting', 'Find help', 'Why this can matter', 'Not helpful', 'Worked out on this device. Nobody was told.'];
    expect(await seen()).toEqual(open);
    await press(page, 'inward-interstitial', 'learn-more');
    expect(await seen()).toContain('You did nothing wrong. You don’t have to answer. You can talk to someone you trust.');
    expect(await page.run(() => window.watch.states)).toEqual(['learn-more']);
  });

  it('is a region that is named politely; focus is not taken, and goes through it and out again', async () => {
    expect(await page.run(() => {
      const root = document.querySelector('inward-interstitial')?.shadowRoot;
      const body = root?.querySelector('.body');
      return [body?.getAttribute('role'), root?.querySelector(`#${body?.getAttribute('aria-labelledby') ?? ''}`)?.getAttribute('aria-live'), root?.querySelector('ul')?.getAttribute('aria-label'), document.activeElement?.tagName];
    })).toEqual(['region', 'polite', '3 reasons', 'BODY']);
    await page.run(() => { document.querySelector<HTMLElement>('#before')?.focus(); });
    const parts: string[] = [];
    for (let n = 0; n < 9; n++) {
      await page.key('Tab');
      parts.push(await page.run(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part')?.split(' ')[1] ?? document.activeElement?.id ?? ''));
    }
    expect(parts).toEqual(['restrict', 'block', 'report', 'talk-to-somebody', 'keep-chatting', 'get-help', 'learn-more', 'dismiss', 'after']);
  });

  it('goes away for advice and for going on, unless the app prevents it; the same notice stays away, another one comes', async () => {
    await press(page, 'inward-interstitial', 'block');
    expect(await seen()).toHaveLength(13);
    await press(page, 'inward-interstitial', 'keep-chatting');
    expect(await seen()).toEqual([]);
    const give = (notice: unknown): Promise<void> => page.run(async (given) => {
      (document.querySelector('inward-interstitial') as Given).notice = given;
      await Promise.resolve();
    }, notice);
    await give(CONTACT);
    expect(await seen()).toEqual([]);
    await give(NAME);
    expect((await seen()).slice(0, 4)).toEqual(['Check who this is', 'The name looks like one of your contacts.', 'It is not the account you know.', 'Check another way']);
    await page.run(() => { document.addEventListener('inward-notice', (event) => { event.preventDefault(); }, { once: true }); });
    await press(page, 'inward-interstitial', 'check-another-way');
    expect(await seen()).not.toEqual([]);
    await press(page, 'inward-interstitial', 'check-another-way');
    expect(await seen()).toEqual([]);
    expect(await page.run(() => window.watch.states)).toEqual(['block', 'keep-chatting', 'check-another-way', 'check-another-way']);
  });

  it('and a notice have four layouts with one order; a number picks one, and what is no number does not', async () => {
    const looks = await page.run((name) => ['inward-interstitial', 'inward-notice'].map((tag) => {
      const one = window.put(tag, { notice: name }) as Given;
      return [0, 1, 2, 3, 7, '2', -1, Number.NaN, 'x', null].map((layout) => {
        one.layout = layout;
        one.remove();
        document.body.append(one);
        const body = one.shadowRoot?.querySelector('.body');
        const style = getComputedStyle(body as Element);
        return [body?.className.replace('body strong layout-', ''), [...one.shadowRoot?.querySelectorAll('button:not([hidden])') ?? []].map((button) => button.textContent).join('|'),
          [style.borderLeftWidth, style.borderTopWidth, getComputedStyle(one.shadowRoot?.querySelector('.head') as Element).backgroundColor,
            getComputedStyle(one.shadowRoot?.querySelector('.head') as Element, '::before').content].join()];
      });
    }), NAME);
    for (const each of looks) {
      expect(each.map(([layout]) => layout)).toEqual(['0', '1', '2', '3', '3', '2', '0', '0', '0', '0']);
      expect(new Set(each.map(([, order]) => order)).size).toBe(1);
      expect(new Set(each.slice(0, 4).map(([, , look]) => look)).size).toBe(4);
    }
    const own = await page.run((name) => (window.put('inward-notice', { notice: { ...name, layout: 3 } }) as Given).shadowRoot?.querySelector('.body')?.className, NAME);
    expect(own).toBe('body strong layout-3');
  });

  it('has no finding of axe-core, fits a narrow window at double text size and does not move, in every language and layout', async () => {
    await page.run(async (name) => {
      const main = document.querySelector('main');
      for (const layout of [1, 2, 3]) main?.append(window.put('inward-interstitial', { notice: { ...name, id: `m${layout}` }, layout }), Object.assign(window.put('inward-notice', { notice: name, layout })));
      const script = document.createElement('script');
      script.src = '/axe.js';
      await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% } main { inline-size: 320px }');
      document.adoptedStyleSheets = [sheet];
    }, NAME);
    for (const lang of LANGUAGES) {
      expect([lang, await page.run(async (code, path) => {
        const catalogue = (await import(path) as Record<string, { dir: string }>)[code];
        const { useCatalogue } = await import('/dist/ui.js' as string) as { useCatalogue: (c: unknown) => void };
        useCatalogue(catalogue);
        document.documentElement.lang = code;
        document.documentElement.dir = catalogue?.dir ?? '';
        await Promise.resolve();
        // Names of regions repeat here as they would not in an app: the same notice stands in it once.
        const { violations, passes } = await (window as unknown as { axe: Axe }).axe.run(document, { rules: { 'landmark-unique': { enabled: false } } });
        const nodes = [...document.querySelectorAll('inward-interstitial, inward-notice')].flatMap((one): HTMLElement[] => [one as HTMLElement, ...one.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []])
          .filter((node) => node.getClientRects().length > 0);
        return {
          found: violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary}`)), looked: passes.length > 12,
          wide: nodes.filter((node) => node.getBoundingClientRect().width > 320.5).map((node) => node.className),
          small: nodes.filter((node) => node.tagName === 'BUTTON' && (node.offsetHeight < 44 || node.offsetWidth < 44)).map((node) => node.textContent),
          moving: nodes.filter((node) => getComputedStyle(node).animationName !== 'none' || getComputedStyle(node).transitionDuration.split(',').some((time) => parseFloat(time) > 0)).length,
          violations: window.watch.violations,
        };
      }, lang, `/dist/ui-notices-${lang}.js`)]).toEqual([lang, { found: [], looked: true, wide: [], small: [], moving: 0, violations: [] }]);
    }
  });
});
