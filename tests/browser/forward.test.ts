import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { wishGroups, isWish } from '../fixtures/greetings.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { enlarge, openUi, press, serveUi } from './ui-stage.ts';

/** The pause before a message is passed on: `reviewOutgoing` in a page, and `<inward-forward>`. */
const DOC = readFileSync(new URL('../../docs/forwarding.md', import.meta.url), 'utf8');
const EXAMPLE = /```js\n([\s\S]*?)```/u.exec(DOC)?.[1] ?? '';
const SAID = EXAMPLE.split('\n').filter((line) => line.startsWith('console.log(')).map((line) => line.slice(line.lastIndexOf(' // ') + 4));
const MODULE = `${EXAMPLE.split('\n').filter((line) => line.startsWith('import ')).join('\n').replaceAll("'inward/forward'", "'/dist/forward.js'")}
export async function example(safety, console) {
${EXAMPLE.split('\n').filter((line) => !line.startsWith('import ')).join('\n')}
}`;
const LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'hi', 'id', 'ar', 'my'] as const;
const OFTEN = { card: 'check-first', because: ['chain', 'often'], actions: ['check-first', 'report', 'delete', 'send-anyway'], mostChats: 1 };
const HARMFUL = { card: 'report-it', because: ['harmful'], actions: ['report', 'delete', 'check-first', 'send-anyway'], mostChats: 5 };
const GREETING = { card: 'greeting', because: ['often'], actions: ['send-anyway', 'delete', 'check-first', 'report'], mostChats: 1 };
interface Axe { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] }> }
type Pause = HTMLElement & { forward: unknown; catalogue: unknown };

let server: StaticServer;
beforeAll(async () => { server = await serveUi({ '/example.js': { body: MODULE } }); });
afterAll(() => server.close());
const asked = (part: string): number => server.log.filter(({ path }) => path.includes(part)).length;

describeEngines('a message that is passed on, in a page', (engine) => {
  it('is paused as docs/forwarding.md says', async () => {
    const page = await engine.open(`${server.origin}/`);
    const printed = await page.run(async () => {
      const { createSafety } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const { example } = (await import('/example.js' as string)) as { example(safety: unknown, console: object): Promise<void> };
      const safety = await createSafety({ assets: '/exact/' });
      const said: string[] = [];
      await example(safety, { log: (...values: readonly unknown[]) => { said.push(values.join(' ')); } });
      await safety.dispose();
      return said;
    });
    expect([printed, SAID.length]).toEqual([SAID, 3]);
    await page.close();
  });

  it.each(['header', 'frame'] as const)('is read for a wish in the sealed worker as in Node, %s form; the table of nudges stays', async (seal) => {
    const groups = Object.values(wishGroups()).flatMap((texts) => texts.slice(0, 400).filter((_, n) => n % 8 === 0).map(({ text }) => text));
    server.clear();
    const page = await engine.open(`${server.origin}/`);
    const cards = await page.run(async (texts, form) => {
      const { createSafety } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const safety = await createSafety({ assets: '/exact/', seal: form });
      const review = async (text: string, forwarded: object | undefined): Promise<import('../../src/index.ts').OutgoingReview> => safety.reviewOutgoing(
        { id: 'm', conversationId: 'c', kind: 'text', text, sentAt: 0, direction: 'outgoing' }, { relationship: 'stranger', me: { ageBand: 'teen' } }, forwarded && { forwarded });
      const before = await review('text me on 07700 900142', {});
      const found: string[] = [];
      for (const text of texts) found.push((await review(text, { notices: [{ kind: 'chain' }] })).forward?.card ?? '');
      const after = await review('Happy Eid! text me on 07700 900142', undefined);
      await safety.dispose();
      return { found, nudges: [before.nudges, after.nudges], limit: before.forward?.mostChats, degraded: [...before.degraded, ...after.degraded] };
    }, groups, seal);
    expect(cards).toEqual({ found: groups.map((text) => (isWish(text) ? 'greeting' : 'check-first')), nudges: [['phone'], ['phone']], limit: 5, degraded: [] });
    expect(cards.found.filter((card) => card === 'greeting').length).toBeGreaterThan(15);
    expect([asked('/nudges.bin'), asked('/greetings.bin') > 0, asked('/review-forward.js')]).toEqual([1, true, 1]);
    await page.close();
  });
});

describeEngines('the pause', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
  });

  /** On the page between two buttons, in a language. */
  async function show(forward: object, lang: (typeof LANGUAGES)[number] = 'en'): Promise<void> {
    await page.run(async (review, code, texts) => {
      const { defineForward } = (await import('/dist/ui-forward.js' as string)) as typeof import('../../src/ui/forward/index.ts');
      defineForward();
      const catalogue = ((await import(texts)) as Record<string, import('../../src/ui/index.ts').Catalogue>)[code];
      const main = document.createElement('main');
      const before = Object.assign(document.createElement('button'), { id: 'before', textContent: 'Before' });
      before.style.minHeight = '44px';
      main.append(Object.assign(document.createElement('h1'), { textContent: 'Chat' }), before, window.put('inward-forward', { catalogue, forward: review }));
      document.body.append(main);
      document.documentElement.lang = code;
      document.documentElement.dir = catalogue?.dir ?? 'ltr';
      document.addEventListener('inward-forward', (event) => { window.watch.states.push((event as CustomEvent<{ action: string }>).detail.action); });
      await Promise.resolve();
    }, forward, lang, `/dist/ui-forward-${lang}.js`);
  }
  const seen = (): Promise<readonly string[]> => page.run(() => [...document.querySelector('inward-forward')?.shadowRoot?.querySelectorAll<HTMLElement>('h2, li, p, button') ?? []].map((node) => node.textContent));
  const give = (forward: object | undefined): Promise<void> => page.run(async (review) => {
    (document.querySelector('inward-forward') as Pause).forward = review;
    await Promise.resolve();
  }, forward);

  it('says why, what can come of it and what can be done, in that order', async () => {
    await show(OFTEN);
    expect(await seen()).toEqual(['Do you know that this is true?', 'The same text is going round.', 'It was passed on many times.',
      'If it is not true, it can hurt people.', 'One chat at a time.', 'Check first', 'Report', 'Delete', 'Send anyway', 'Worked out on this device. Nobody was told.']);
    await give(HARMFUL);
    expect(await seen()).toEqual(['Report it, don’t share it', 'You marked it as harmful.', 'Every copy spreads it, even to warn. A report reaches people who can act.',
      'Report', 'Delete', 'Check first', 'Send anyway', 'Worked out on this device. Nobody was told.']);
    await give(GREETING);
    expect(await seen()).toEqual(['Many people pass this on', 'One chat at a time.', 'Send', 'Delete', 'Check first', 'Report', 'Worked out on this device. Nobody was told.']);
  });

  it('is nothing to see without a card, and leaves out reasons of a newer version', async () => {
    await show({ because: [], actions: [], mostChats: 5 });
    expect([await seen(), await page.run(() => document.querySelector('inward-forward')?.getBoundingClientRect().height)]).toEqual([[], 2]);
    await give({ ...HARMFUL, because: ['harmful', 'of-tomorrow'] });
    expect((await seen()).slice(0, 3)).toEqual(['Report it, don’t share it', 'You marked it as harmful.', expect.stringContaining('Every copy')]);
    await give(undefined);
    expect(await seen()).toEqual([]);
  });

  it('tells what a person pressed, and nothing that a script or the second half of a double click did', async () => {
    await show(OFTEN);
    await page.run(() => { document.querySelector('inward-forward')?.shadowRoot?.querySelectorAll('button').forEach((button) => { button.click(); }); });
    expect(await page.run(() => window.watch.states)).toEqual([]);
    for (const action of OFTEN.actions) {
      await press(page, 'inward-forward', action);
      await give({ ...OFTEN });
    }
    expect(await page.run(() => window.watch.states)).toEqual(OFTEN.actions);
    await press(page, 'inward-forward', 'send-anyway', 2);
    expect(await page.run(() => window.watch.states)).toEqual([...OFTEN.actions, 'send-anyway']);
  });

  it('tells one press on a card, until it is given anew: an app that closes it a moment later sends once', async () => {
    await show(OFTEN);
    await press(page, 'inward-forward', 'send-anyway');
    await press(page, 'inward-forward', 'send-anyway');
    await page.key('Enter');
    await press(page, 'inward-forward', 'delete');
    expect(await page.run(() => window.watch.states)).toEqual(['send-anyway']);
    // The same once more, as a framework sets it when it draws.
    await page.run(() => {
      const pause = document.querySelector('inward-forward') as Pause;
      pause.forward = pause.forward;
    });
    await press(page, 'inward-forward', 'delete');
    expect(await page.run(() => window.watch.states)).toEqual(['send-anyway']);
    await give({ ...OFTEN });
    await press(page, 'inward-forward', 'delete');
    expect(await page.run(() => window.watch.states)).toEqual(['send-anyway', 'delete']);
  });

  it('is read where the keyboard comes to: the title with its reasons and the limit, said once', async () => {
    const read = (): Promise<readonly string[]> => page.run(() => {
      const root = document.querySelector('inward-forward')?.shadowRoot;
      const title = root?.querySelector('h2');
      const ids = title?.getAttribute('aria-describedby')?.split(' ') ?? [];
      return [title?.textContent ?? '', ...ids.map((id) => root?.getElementById(id)?.textContent ?? `no ${id}`), `${root?.querySelectorAll('[aria-live], [role=status], [role=alert]').length ?? -1} live`];
    });
    await show(OFTEN);
    expect(await read()).toEqual(['Do you know that this is true?', 'The same text is going round.It was passed on many times.', 'One chat at a time.', '0 live']);
    await give(HARMFUL);
    expect(await read()).toEqual(['Report it, don’t share it', 'You marked it as harmful.', '0 live']);
    await give({ ...GREETING, mostChats: 5 });
    expect(await read()).toEqual(['Many people pass this on', '0 live']);
  });

  it('keeps Check and Report of a greeting as quiet actions below Send', async () => {
    await show(GREETING);
    const look = await page.run(() => [...document.querySelector('inward-forward')?.shadowRoot?.querySelectorAll('button') ?? []].map((button) => {
      const { top, height } = button.getBoundingClientRect();
      return { part: button.getAttribute('part'), top, tall: height >= 44, underlined: getComputedStyle(button).textDecorationLine === 'underline' };
    }));
    expect(look.map(({ part, tall, underlined }) => [part, tall, underlined])).toEqual([['button send-anyway', true, false], ['button delete', true, false], ['button check-first', true, true], ['button report', true, true]]);
    expect(look.slice(1).filter(({ top }) => top <= (look[0]?.top ?? 0))).toEqual([]);
    await press(page, 'inward-forward', 'report');
    expect(await page.run(() => window.watch.states)).toEqual(['report']);
  });

  it('is a region with a name; focus comes to its title when asked, and goes through its buttons', async () => {
    await show(HARMFUL);
    expect(await page.run(() => {
      const pause = document.querySelector('inward-forward') as HTMLElement;
      const body = pause.shadowRoot?.querySelector('.body');
      const first = document.activeElement?.tagName;
      pause.focus();
      return [first, body?.getAttribute('role'), body?.getAttribute('aria-labelledby'), pause.shadowRoot?.activeElement?.id, pause.shadowRoot?.querySelector('[role=group]')?.getAttribute('aria-label')];
    })).toEqual(['BODY', 'region', 'title', 'title', 'What you can do']);
    const parts: string[] = [];
    for (let n = 0; n < 4; n++) {
      await page.key('Tab');
      parts.push(await page.run(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part') ?? ''));
    }
    expect(parts).toEqual(['report', 'delete', 'check-first', 'send-anyway'].map((action) => `button ${action}`));
    // Set again as it was, the keyboard stays where it is.
    await give({ ...HARMFUL });
    await page.key('Enter');
    expect(await page.run(() => window.watch.states)).toEqual(['send-anyway']);
  });

  it.each(LANGUAGES)('has no finding of axe-core on a small phone with letters twice their size, and room for all its words (%s)', async (lang) => {
    await show(OFTEN, lang);
    await enlarge(page);
    for (const forward of [OFTEN, HARMFUL, GREETING]) {
      await give(forward);
      const { found, passes, wide } = await page.run(async () => {
        const result = await (window as unknown as { axe: Axe }).axe.run(document, {});
        const pause = document.querySelector('inward-forward') as HTMLElement;
        const inner = [...pause.shadowRoot?.querySelectorAll<HTMLElement>('h2, li, p, button') ?? []];
        return {
          found: result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)), passes: result.passes.length,
          wide: inner.filter((node) => node.scrollWidth > node.clientWidth + 1 || node.getBoundingClientRect().width > 320).map(({ tagName }) => tagName),
        };
      });
      expect([found, wide]).toEqual([[], []]);
      expect(passes).toBeGreaterThan(10);
    }
    expect(await page.run(() => window.watch.violations)).toEqual([]);
  });
});
