import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Report } from '../../src/contract/report.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { openScreen } from './ui-report-screen-stage.ts';
import { shown, tap } from './ui-report-stage.ts';
import { openUi, serveUi } from './ui-stage.ts';

/** What the preview says of copies, and what becomes of it with words that have no end. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi({}); });
afterAll(() => server.close());

const SKETCH = 'x'.repeat(683);

describeEngines('the preview of a report', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
    await openScreen(page);
  });

  /** Another report in the screen, whose previews have this in them as well. */
  const show = async (more: Partial<Report>): Promise<void> => {
    await page.run((added) => {
      const { element } = window.screenTest;
      const hand = element.report;
      if (hand) element.report = { ...hand, preview: (choices) => ({ ...hand.preview(choices), ...added }) };
    }, more);
    await tap(page, 'input[value="threats"]');
  };
  const said = async (): Promise<string> => (await shown(page, '[part=preview] dl > div')).join('\n');

  it('says what goes along so that copies are found and of how many senders, or that it does not this time', async () => {
    await show({});
    expect(await said()).not.toMatch(/copies/iu);
    await show({ duplicates: { sketches: [{ messageId: 'm1', size: 9, sketch: SKETCH }], distinctSenders: 3 } });
    expect(await said()).toContain('A short code goes along, so that copies of this message can be found. From 3 senders in this conversation.');
    await show({ duplicates: { sketches: [], distinctSenders: 0, degraded: 'deadline' } });
    expect(await said()).toContain('Copies of these messages cannot be looked for this time.');
  });

  it('shows what was read of copies as soon as it is read, and Send sends what stands there', async () => {
    await page.run((sketch) => {
      const { element } = window.screenTest;
      const hand = element.report;
      let [isRead, tell] = [false, (): void => undefined];
      const ready = new Promise<void>((resolve) => { tell = resolve; });
      if (hand) element.report = { ...hand, ready, preview: (choices) => ({
        ...hand.preview(choices), duplicates: isRead ? { sketches: [{ messageId: 'm1', size: 9, sketch }], distinctSenders: 2 } : { sketches: [], distinctSenders: 0, degraded: 'deadline' },
      }) };
      Object.assign(window, { read: () => {
        isRead = true;
        tell();
      } });
    }, SKETCH);
    await tap(page, 'input[value="threats"]');
    expect(await said()).toContain('Copies of these messages cannot be looked for this time.');
    await page.run(async () => {
      (window as unknown as { read(): void }).read();
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
    });
    expect(await said()).toContain('From 2 senders in this conversation.');
    await tap(page, '[part~=send]');
    const sent = await page.run(() => window.screenTest.sent);
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({ duplicates: { distinctSenders: 2 } });
  });

  it('stays within 360 pixels with words, accounts and notes that have no end, open or not', async () => {
    const endless = 'a'.repeat(3_000);
    await show({
      accounts: ['b'.repeat(256)], note: endless, duplicates: { sketches: [{ messageId: 'm1', size: 9, sketch: SKETCH }], distinctSenders: 2 },
      messages: [endless, 'က'.repeat(2_000), `https://example.org/${'c'.repeat(2_000)}`, '👩‍👩‍👧‍👦'.repeat(300)].map((text, n) => ({ shown: 'whole', body: { v: 1, conversationId: 'c', senderId: 'ben', messageId: `m${n}`, kind: 'text', sentAt: 0, text } })),
    });
    await tap(page, '[part=everything] summary');
    const wide = await page.run(() => {
      document.body.style.cssText = 'margin:0;width:360px';
      const host = document.querySelector('inward-report') as HTMLElement;
      const nodes = [host, ...host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []].filter((node) => node.getClientRects().length > 0 && node.tagName !== 'OPTION');
      return {
        looked: nodes.length, tall: host.offsetHeight > 2_000, text: host.shadowRoot?.querySelector('pre')?.textContent.includes('x'.repeat(683)),
        wide: nodes.filter((node) => node.getBoundingClientRect().right > 360.5 || node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 && getComputedStyle(node).display !== 'inline').map((node) => `${node.tagName} ${node.className}`),
      };
    });
    expect(wide).toEqual({ looked: expect.any(Number) as number, tall: true, text: true, wide: [] });
    expect(wide.looked).toBeGreaterThan(60);
  });
});
