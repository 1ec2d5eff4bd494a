import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { enlarge, openUi, press, serveUi, words } from './ui-stage.ts';

/** `<inward-notice>`: what stands there, what a press does, and who can reach it. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi(); });
afterAll(() => server.close());

const TEXT = 'Pay today: https://a.example/x';
const STRONG = {
  id: 'n', kind: 'scam', family: 'parcel', level: 'strong', reasons: ['urgency', 'has-link', 'looks-like-known-scams', 'not-a-contact'],
  where: [{ reason: 'urgency', surface: 'text', start: 4, end: 9 }],
  actions: ['open-the-app-yourself', 'block', 'report', 'restrict', 'learn-more', 'dismiss'],
};
const TIP = { ...STRONG, level: 'tip' };
const CHAIN = {
  id: 'c', kind: 'chain', level: 'tip', reasons: ['mass-message', 'several-copies'], where: [], actions: ['check-first', 'report', 'block', 'learn-more', 'keep-chatting', 'dismiss'],
};

interface Axe { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] }> }

describeEngines('a notice', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
  });

  const put = (notice: object, more: object = {}): Promise<void> => page.run((given, other) => {
    const main = document.createElement('main');
    const heading = (level: string): HTMLElement => Object.assign(document.createElement(level), { textContent: 'Chat' });
    const one = window.put('inward-notice', { notice: given, ...other });
    main.append(heading('h1'), heading('h2'), one);
    document.body.append(main);
    document.documentElement.lang = 'en';
    document.addEventListener('inward-notice', (event) => { window.watch.states.push((event as CustomEvent<{ action: string }>).detail.action); });
    document.addEventListener('inward-where', (event) => {
      const { reason, where } = (event as CustomEvent<{ reason: string; where: readonly { start: number; end: number }[] }>).detail;
      window.watch.states.push(`${reason} ${where.map(({ start, end }) => `${start}-${end}`).join()}`);
    });
  }, notice, more);
  /** Texts that can be seen, by part. */
  const seen = (): Promise<readonly string[]> => page.run(() => [...document.querySelector('inward-notice')?.shadowRoot?.querySelectorAll<HTMLElement>('h3, li, button, [part=trick], [part=here]') ?? []]
    .filter((node) => node.getClientRects().length > 0 && node.textContent !== '').map((node) => node.textContent));
  const states = (): Promise<readonly string[]> => page.run(() => window.watch.states);
  const focused = (): Promise<string> => page.run(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part') ?? '');

  it('that is strong stands open, with the next step first; a tip is one line that unfolds', async () => {
    const open = ['Show less', 'This looks like known parcel scams.', 'It wants an answer quickly.', 'It has a link.', 'This person is not in your contacts.', 'Open the app or site yourself',
      'Block', 'Report', 'Restrict', 'How this trick works', 'I know this person', 'Not helpful', 'Worked out on this device. Nobody was told.'];
    await put(STRONG);
    expect(await seen()).toEqual(['Take a moment first', ...open]);
    await page.run((tip) => { (document.querySelector('inward-notice') as HTMLElement & { notice: unknown }).notice = tip; }, TIP);
    expect(await seen()).toEqual(['This looks like known parcel scams.', 'Show why']);
    await press(page, 'inward-notice', 'toggle');
    expect(await seen()).toEqual(['A notice about this message', ...open]);
    // The same once more, as a framework gives it, leaves it as the person has it.
    await page.run((tip) => { (document.querySelector('inward-notice') as HTMLElement & { notice: unknown }).notice = tip; }, TIP);
    expect(await seen()).toHaveLength(14);
    await page.run(() => { (document.querySelector('inward-notice') as HTMLElement & { notice: unknown }).notice = null; });
    expect([await seen(), server.log]).toEqual([[], []]);
  });

  it('tells the app what a person pressed, and nothing that a script pressed', async () => {
    await put(STRONG);
    await page.run(() => { for (const button of document.querySelector('inward-notice')?.shadowRoot?.querySelectorAll('button') ?? []) button.click(); });
    expect(await states()).toEqual([]);
    for (const action of ['block', 'report', 'restrict', 'trust', 'dismiss']) await press(page, 'inward-notice', action);
    expect(await states()).toEqual(['block', 'report', 'restrict', 'trust', 'dismiss']);
    await press(page, 'inward-notice', 'learn-more');
    expect(await words(page, 'inward-notice', 'trick')).toContain('A small fee is asked for');
    await press(page, 'inward-notice', 'first');
    expect([await seen(), await focused(), (await states()).at(-1)]).toEqual([['This looks like known parcel scams.', 'Show why'], 'button toggle', 'open-the-app-yourself']);
  });

  it('of a chain message is one line that unfolds; to check first is the big button, tells the app, and folds it up', async () => {
    await put(CHAIN);
    expect(await seen()).toEqual(['Someone you don’t know sent what looks like a mass message.', 'Show why']);
    await press(page, 'inward-notice', 'toggle');
    expect(await seen()).toEqual(['This text is going round', 'Show less', 'Someone you don’t know sent what looks like a mass message.', 'Several people sent you nearly the same text within a day.',
      'Check before you pass it on', 'Report', 'Block', 'What a chain message is', 'Keep chatting', 'Not helpful', 'Worked out on this device. Nobody was told.']);
    const width = (part: string): Promise<number> => page.run((name) => (document.querySelector('inward-notice')?.shadowRoot?.querySelector(`[part~=${name}]`) as HTMLElement).offsetWidth, part);
    expect(await width('check-first')).toBeGreaterThan(2 * await width('report'));
    await press(page, 'inward-notice', 'learn-more');
    expect(await words(page, 'inward-notice', 'trick')).toContain('mostly in good faith');
    await press(page, 'inward-notice', 'check-first');
    expect([await states(), await focused(), await seen().then((all) => all.length)]).toEqual([['learn-more', 'check-first'], 'button toggle', 2]);
  });

  it('leaves advice and "how this trick works" to an app that prevents them', async () => {
    await put(STRONG);
    await page.run(() => { document.addEventListener('inward-notice', (event) => { event.preventDefault(); }); });
    await press(page, 'inward-notice', 'first');
    await press(page, 'inward-notice', 'learn-more');
    expect([await seen().then((all) => all.length), await words(page, 'inward-notice', 'trick'), await states()]).toEqual([14, '', ['open-the-app-yourself', 'learn-more']]);
  });

  it('points at words where the app marks them, at one reason\'s at a time', async () => {
    await put(STRONG);
    expect(await page.run(() => document.querySelector('inward-notice')?.shadowRoot?.querySelectorAll('li button').length)).toBe(0);
    await page.run(() => { document.querySelector('inward-notice')?.setAttribute('shows-where', ''); });
    expect(await page.run(() => [...document.querySelector('inward-notice')?.shadowRoot?.querySelectorAll('li button') ?? []].map((one) => one.textContent))).toEqual(['It wants an answer quickly.']);
    const isPressed = (): Promise<string | null | undefined> => page.run(() => document.querySelector('inward-notice')?.shadowRoot?.querySelector('[part~=where]')?.getAttribute('aria-pressed'));
    for (const [pressed, told] of [['true', 'urgency 4-9'], ['false', 'urgency ']] as const) {
      await press(page, 'inward-notice', 'where');
      expect([await isPressed(), (await states()).at(-1)]).toEqual([pressed, told]);
    }
    expect(await page.run(async (text, where) => {
      const { markedText } = await import('/dist/ui.js' as string) as { markedText(text: string, where: unknown): readonly { text: string; reasons: readonly string[] }[] };
      return markedText(text, where).filter(({ reasons }) => reasons.length > 0).map((part) => part.text);
    }, TEXT, STRONG.where)).toEqual(['today']);
  });

  it('is reached by the keyboard in order, and named for a screen reader', async () => {
    await put(TIP);
    await page.run(() => { document.querySelector('inward-notice')?.shadowRoot?.querySelector<HTMLElement>('[part~=toggle]')?.focus(); });
    await page.key('Enter');
    const parts: string[] = [await focused()];
    for (let n = 0; n < 7; n++) {
      await page.key('Tab');
      parts.push(await focused());
    }
    expect(parts.map((part) => part.split(' ')[1])).toEqual(['toggle', 'open-the-app-yourself', 'block', 'report', 'restrict', 'learn-more', 'trust', 'dismiss']);
    expect(await page.run(() => {
      const root = document.querySelector('inward-notice')?.shadowRoot;
      const body = root?.querySelector('.body');
      return [body?.getAttribute('role'), root?.getElementById(body?.getAttribute('aria-labelledby') ?? '')?.textContent, root?.querySelector('[part=title]')?.getAttribute('aria-live'),
        ...['toggle', 'learn-more'].map((part) => root?.querySelector(`[part~=${part}]`)?.getAttribute('aria-expanded'))];
    })).toEqual(['note', 'A notice about this message', 'polite', 'true', 'false']);
  });

  it('has no finding of axe-core, fits a narrow window at double text size and does not move, in every language', async () => {
    await page.run((strong, tip, chain) => {
      document.body.append(document.createElement('main'));
      document.querySelector('main')?.append(...['h1', 'h2'].map((level) => Object.assign(document.createElement(level), { textContent: 'Inward' })),
        window.put('inward-notice', { notice: { ...strong, where: [] }, showsWhere: true }), window.put('inward-notice', { notice: tip }), window.put('inward-notice', { notice: { ...chain, level: 'strong' } }));
    }, STRONG, TIP, CHAIN);
    await enlarge(page);
    await press(page, 'inward-notice', 'learn-more');
    for (const lang of ['en', 'my', 'ar'] as const) {
      expect(await page.run(async (code, path) => {
        const catalogue = (await import(path) as Record<string, { dir: string }>)[code];
        const { useCatalogue } = await import('/dist/ui.js' as string) as { useCatalogue: (c: unknown) => void };
        useCatalogue(catalogue);
        document.documentElement.lang = code;
        document.documentElement.dir = catalogue?.dir ?? '';
        await Promise.resolve();
        const { violations, passes } = await (window as unknown as { axe: Axe }).axe.run(document, {});
        const nodes = [...document.querySelectorAll('inward-notice')].flatMap((one): HTMLElement[] => [one as HTMLElement, ...one.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []]).filter((node) => node.getClientRects().length > 0);
        return {
          found: violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary}`)), looked: passes.length > 12,
          wide: nodes.filter((node) => node.getBoundingClientRect().width > 320.5).map((node) => node.className),
          small: nodes.filter((node) => node.tagName === 'BUTTON' && (node.offsetHeight < 44 || node.offsetWidth < 44)).map((node) => node.textContent),
          moving: nodes.filter((node) => getComputedStyle(node).animationName !== 'none' || getComputedStyle(node).transitionDuration.split(',').some((time) => parseFloat(time) > 0)).length,
          // The line at the side of a strong one is where a reader of this language begins.
          side: getComputedStyle(nodes.find((node) => node.classList.contains('strong')) as HTMLElement)[catalogue?.dir === 'rtl' ? 'borderRightWidth' : 'borderLeftWidth'] !== '0px',
          violations: window.watch.violations,
        };
      }, lang, `/dist/ui-notices-${lang}.js`)).toEqual({ found: [], looked: true, wide: [], small: [], moving: 0, side: true, violations: [] });
    }
  });
});
