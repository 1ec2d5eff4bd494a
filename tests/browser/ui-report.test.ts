import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeRecipientKey, openReport, type PrivateRecipientKey, type Report } from '../../src/report/index.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { CANARY, NOW, openChat, outcome, shown, tap } from './ui-report-stage.ts';
import { enlarge, openUi, serveUi } from './ui-stage.ts';

/** `<inward-report>` over `safety.report`: from a message to a moderator, by a person's fingers alone. */
let server: StaticServer;
let moderator: PrivateRecipientKey;
let partner: PrivateRecipientKey;
beforeAll(async () => {
  const inForce = { notBefore: NOW - 1, notAfter: NOW + 100_000_000 };
  moderator = await makeRecipientKey({ name: 'Safety team', policy: 'terms-1', ...inForce });
  partner = await makeRecipientKey({ name: 'Local group', policy: 'agreement-1', ...inForce });
  server = await serveUi({ '/reports': { status: 204 }, '/reports?moderator': { status: 204 }, '/reports?partner': { status: 204 } });
});
afterAll(() => server.close());

interface Axe { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] }> }

const posts = (): readonly string[] => server.log.filter(({ method }) => method === 'POST').map(({ body }) => body ?? '');
const opened = async (at = 0, by = moderator): Promise<Report> => (await openReport(Buffer.from(posts()[at] ?? '', 'base64'), [by], new Set())).report;

describeEngines('the report screen', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
    await openChat(page, [moderator.key, partner.key]);
    server.clear();
  });

  const onScreen = (): Promise<Report> => page.run(() => JSON.parse(document.querySelector('inward-report')?.shadowRoot?.querySelector('pre')?.textContent ?? 'null') as Report);
  const taps = (): Promise<number> => page.run(() => window.chat.taps);
  const dump = (): Promise<string> => page.run(() => window.chat.stored());

  it('takes three presses from a message, and seals what it shows, to the byte', async () => {
    await tap(page, '#report');
    expect(await shown(page, 'h2')).toEqual(['Report \u2068Ben\u2069']);
    expect(await shown(page, '[part=preview] p')).toEqual(['Choose what it is about first.']);
    await tap(page, 'input[value=bullying]');
    expect((await shown(page, '[part=preview] dd')).slice(1, 3)).toEqual(['Ben (ben)', 'Bullying']);
    const preview = await onScreen();
    expect([preview.messages.length, preview.involvesChild, preview.notices, preview.uiLocale]).toEqual([1, false, [], 'en']);
    expect(server.log.filter(({ method }) => method !== 'GET')).toEqual([]);
    await tap(page, '[part~=send]');
    expect((await outcome(page)).map(({ state }) => state)).toEqual(['sent']);
    expect(await taps()).toBe(3);
    expect(posts()).toHaveLength(1);
    expect(await opened()).toEqual(preview);
    expect(await shown(page, 'h2')).toEqual(['Sent']);
    const everywhere = `${await dump()} ${JSON.stringify(server.log)}`;
    for (const needle of [CANARY, Buffer.from(CANARY).toString('hex'), Buffer.from(CANARY).toString('base64').slice(0, 12)]) expect(everywhere).not.toContain(needle);
    await tap(page, '[part~=close]');
    expect((await outcome(page, 2)).at(-1)).toEqual({ state: 'closed' });
    expect(await page.run(() => document.querySelector('inward-report')?.shadowRoot?.textContent)).toBe('');
  });

  it('takes two in an emergency, with what may cause violence first and nothing about a child ticked', async () => {
    await tap(page, '#emergency');
    expect((await shown(page, '[part=category] .row'))[0]).toBe('It may cause violence');
    expect(await page.run(() => [...document.querySelector('inward-report')?.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? []].filter(({ checked }) => checked).length)).toBe(1);
    await tap(page, '[part~=send]');
    expect((await outcome(page)).map(({ state }) => state)).toEqual(['sent']);
    expect(await taps()).toBe(2);
    expect(await opened()).toMatchObject({ urgency: 'emergency', category: 'may-cause-violence', involvesChild: false });
  });

  it('lets the person choose messages, urgency, note, language, answer, notices and a partner, and shows each before it leaves', async () => {
    await tap(page, '#report');
    await tap(page, 'input[value=emergency]');
    await tap(page, 'input[value=threats]');
    await tap(page, '[part=messages] summary');
    await tap(page, '[part=messages] .row:nth-of-type(1) input');
    await tap(page, '[part=more] summary');
    await page.run(async () => {
      const root = document.querySelector('inward-report')?.shadowRoot as ShadowRoot;
      const set = (field: HTMLSelectElement | HTMLTextAreaElement, value: string, event: string): void => {
        field.value = value;
        field.dispatchEvent(new Event(event, { bubbles: true }));
      };
      // The third, of the encoding, is hidden: nothing here is Burmese.
      const [reason, language, , contact] = [...root.querySelectorAll('select')];
      set(reason as HTMLSelectElement, 'meeting-soon', 'change');
      set(language as HTMLSelectElement, 'shn', 'change');
      set(contact as HTMLSelectElement, 'reply', 'change');
      set(root.querySelector('textarea') as HTMLTextAreaElement, 'He knows where I live.', 'input');
      await Promise.resolve();
    });
    for (const at of [1, 2]) await tap(page, `[part=more] .row:nth-last-of-type(${at}) input`);
    const preview = await onScreen();
    expect(preview).toMatchObject({
      category: 'threats', urgency: 'emergency', urgencyReason: 'meeting-soon', note: 'He knows where I live.', contact: 'reply', writing: { language: 'shn', by: 'person' },
      notices: [{ id: 'n1', reasons: ['urgency'] }],
    });
    expect(preview.messages.map((one) => one.shown)).toEqual(['whole', 'out', 'out', 'whole']);
    expect(await shown(page, '[part=preview] li p')).toEqual([`${CANARY} We meet tonight.`, `${CANARY} Bring everybody.`]);
    expect((await shown(page, '[part=preview] dd'))[0]).toBe('Safety team + Local group');
    await tap(page, '[part~=send]');
    await outcome(page);
    expect([await opened(), await opened(1, partner)]).toEqual([preview, preview]);
  });

  it('sends nothing without a person: not by script, not without a category', async () => {
    await tap(page, '#report');
    await tap(page, '[part~=send]');
    expect(await shown(page, '[role=status]')).toEqual(['Choose what it is about first.']);
    await tap(page, 'input[value=spam]');
    await page.run(async () => {
      document.querySelector('inward-report')?.shadowRoot?.querySelector<HTMLElement>('[part~=send]')?.click();
      await new Promise((resolve) => { setTimeout(resolve, 300); });
    });
    expect([await page.run(() => window.chat.events), posts()]).toEqual([[], []]);
    await tap(page, '[part~=cancel]');
    expect(await outcome(page)).toEqual([{ state: 'cancelled' }]);
    expect(posts()).toEqual([]);
  });

  it('waits sealed where there is no network, and goes with another press', async () => {
    await page.run(() => { window.chat.online = false; });
    await tap(page, '#report');
    await tap(page, 'input[value=scam]');
    const preview = await onScreen();
    await tap(page, '[part~=send]');
    expect((await outcome(page)).map(({ state }) => state)).toEqual(['waiting']);
    expect(await shown(page, 'h2')).toEqual(['Not sent yet. It waits here, sealed.']);
    expect(await page.run(() => document.querySelector('inward-report')?.shadowRoot?.textContent)).not.toContain(CANARY);
    const stored = await dump();
    expect([stored.length > 10_000, stored.includes(CANARY)]).toEqual([true, false]);
    await page.run(() => { window.chat.online = true; });
    await tap(page, '[part~=again]');
    expect((await outcome(page, 2)).map(({ state }) => state)).toEqual(['waiting', 'sent']);
    expect(await opened()).toEqual(preview);
  });

  it('asks somebody who blocked; Skip keeps nothing, Report has what was there', async () => {
    await tap(page, '#block');
    expect(await shown(page, 'h2')).toEqual(['You blocked \u2068Ben\u2069. Do you want to report it too?']);
    expect(await page.run(() => document.querySelector('inward-report')?.shadowRoot?.textContent)).not.toContain(CANARY);
    const before = await dump();
    await tap(page, '[part~=skip]');
    expect(await outcome(page)).toEqual([{ state: 'skipped' }]);
    expect([posts(), await dump()]).toEqual([[], before]);
  });

  it('asks, and reports a chat that is gone from the page by then', async () => {
    await tap(page, '#block');
    await tap(page, '[part~=yes]');
    await tap(page, 'input[value=threats]');
    await tap(page, '[part~=send]');
    await outcome(page);
    expect((await opened()).messages.map((one) => (one.shown === 'whole' ? one.body.text : one.shown))).toContain(`${CANARY} Bring everybody.`);
  });

  it('goes by keyboard: Tab and the keys of native fields reach everything', async () => {
    await tap(page, '#report');
    await shown(page, 'h2');
    const focused = (): Promise<string> => page.run(() => {
      const node = document.activeElement?.shadowRoot?.activeElement;
      return node?.getAttribute('value') ?? node?.getAttribute('part') ?? node?.tagName ?? '';
    });
    const met = new Set<string>();
    for (let at = 0; at < 20 && !(await focused()).includes('cancel'); at++) {
      await page.key('Tab');
      const now = await focused();
      met.add(now);
      // The first category: a radio button is chosen by Space.
      if (now === 'scam') await page.key('Space');
    }
    for (const wanted of ['routine', 'scam', 'SUMMARY', 'button send', 'button cancel']) expect([...met]).toContain(wanted);
    await page.run(() => { document.querySelector('inward-report')?.shadowRoot?.querySelector<HTMLElement>('[part~=send]')?.focus(); });
    await page.key('Enter');
    expect((await outcome(page)).map(({ state }) => state)).toEqual(['sent']);
    expect((await opened()).category).toBe('scam');
  });

  it.each(['en', 'my', 'ar', 'de', 'hi', 'es', 'pt', 'fr', 'id'] as const)('has no finding of axe-core, no code for a text and room at double size on a phone (%s)', async (lang) => {
    const narrow = await engine.open('about:blank');
    await openUi(narrow, server);
    await openChat(narrow, [moderator.key, partner.key], lang);
    await enlarge(narrow);
    const look = (): Promise<object> => narrow.run(async () => {
      const { violations, passes } = await (window as unknown as { axe: Axe }).axe.run(document, {});
      const host = document.querySelector('inward-report') as HTMLElement;
      const nodes = [host, ...host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []].filter((node) => node.getClientRects().length > 0 && node.tagName !== 'OPTION');
      return {
        found: violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary}`)), looked: passes.length > 12,
        codes: nodes.filter((node) => node.children.length === 0 && node.tagName !== 'PRE' && /^(?:report-)?[a-z]+(?:-[a-z]+)+$/u.test(node.textContent)).map((node) => node.textContent),
        wide: nodes.filter((node) => node.getBoundingClientRect().width > 320.5).map((node) => node.tagName),
        small: nodes.filter((node) => node.matches('button, select, textarea, summary, .row') && (node.offsetHeight < 44 || node.offsetWidth < 44)).map((node) => node.textContent),
        violations: window.watch.violations,
      };
    });
    const clean = { found: [], looked: true, codes: [], wide: [], small: [], violations: [] };
    await narrow.run(() => window.chat.open('block'));
    expect(await look()).toEqual(clean);
    await tap(narrow, '[part~=skip]');
    await narrow.run(() => window.chat.open('emergency'));
    await tap(narrow, '[part=more] summary');
    await tap(narrow, '[part=everything] summary');
    expect(await look()).toEqual(clean);
    await tap(narrow, '[part~=send]');
    await outcome(narrow, 2);
    await shown(narrow, '[part~=close]');
    expect(await look()).toEqual(clean);
  });
});
