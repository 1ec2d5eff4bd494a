import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { openScreen, SHOWN } from './ui-report-screen-stage.ts';
import { shown, tap } from './ui-report-stage.ts';
import { openUi, serveUi } from './ui-stage.ts';

/** What `<inward-report>` does while a send is slow, fails or was for terms that are past, over a report in hand that the test holds in its hands. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi({}); });
afterAll(() => server.close());

describeEngines('the report screen, whatever happens', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
    await openScreen(page);
  });

  const said = (): Promise<string> => page.run(() => document.querySelector('inward-report')?.shadowRoot?.querySelector('[role=status]')?.textContent ?? '');
  const sent = (): Promise<readonly string[]> => page.run(() => window.screenTest.sent);
  const settled = (): Promise<void> => page.run(() => new Promise<void>((resolve) => { setTimeout(resolve, 100); }));
  const events = (): Promise<readonly string[]> => page.run(() => window.screenTest.events);
  const next = (how: 'sent' | 'waiting' | 'missing' | 'recipient-key-expired' | 'other'): Promise<void> => page.run((state) => { window.screenTest.answer(state); }, how);
  const radio = (value: string): string => `input[value="${value}"]`;
  const isChecked = (css: string): Promise<boolean> => page.run((one) => document.querySelector('inward-report')?.shadowRoot?.querySelector<HTMLInputElement>(one)?.checked === true, css);

  it('sends once where Send is pressed twice, and what it shows stays what is sent', async () => {
    await tap(page, radio('threats'));
    await tap(page, '[part~=send]');
    await tap(page, '[part~=send]');
    await settled();
    expect(await sent()).toHaveLength(1);
    expect(await said()).toBe('Sending…');
    // Nothing can be changed or taken back meanwhile.
    expect(await page.run(() => {
      const root = document.querySelector('inward-report')?.shadowRoot as ShadowRoot;
      return [root.querySelector<HTMLElement>('.form')?.inert, root.querySelector<HTMLButtonElement>('[part~=cancel]')?.disabled];
    })).toEqual([true, true]);
    await tap(page, '[part~=cancel]');
    // Another language does not change what leaves either.
    await page.run(() => window.screenTest.speak('de'));
    await settled();
    expect(JSON.parse((await page.run(() => document.querySelector('inward-report')?.shadowRoot?.querySelector('pre')?.textContent)) ?? 'null')).toEqual(JSON.parse((await sent())[0] ?? ''));
    expect(await events()).toEqual([]);
    await next('sent');
    expect(await shown(page, '[part~=close]')).toHaveLength(1);
    expect([await sent(), await events()]).toEqual([[expect.any(String)], ['sent']]);
    expect(await page.run(() => window.screenTest.log)).toEqual(['discard']);
  });

  it('offers nothing to choose where it asks for an answer, and sends what it shows', async () => {
    await page.run(() => {
      window.screenTest.element.pressing = true;
      window.screenTest.element.start = { category: 'bullying' };
    });
    expect(await shown(page, 'h2')).toEqual(['Ask for an answer']);
    expect(await page.run(() => document.querySelector('inward-report')?.shadowRoot?.querySelectorAll('input, select, textarea').length)).toBe(0);
    const preview: unknown = JSON.parse((await page.run(() => document.querySelector('inward-report')?.shadowRoot?.querySelector('pre')?.textContent)) ?? 'null');
    expect(preview).toMatchObject({ category: 'bullying' });
    await tap(page, '[part~=send]');
    await settled();
    expect((await sent()).map((text) => JSON.parse(text) as unknown)).toEqual([preview]);
    await next('other');
    await settled();
    expect(await said()).toBe('This could not be sent. It was not sent.');
    await tap(page, '[part~=cancel]');
    expect(await events()).toEqual(['cancelled']);
  });

  it('can be changed again after a send that failed, and shows what it was changed to', async () => {
    await tap(page, radio('threats'));
    await tap(page, '[part~=send]');
    await next('other');
    await settled();
    expect(await said()).toBe('This could not be sent. It was not sent.');
    await tap(page, radio('spam'));
    expect((await shown(page, '[part=preview] dd'))[2]).toBe('Advertising');
    await tap(page, '[part~=send]');
    await settled();
    expect((await sent()).map((one) => (JSON.parse(one) as { category: string }).category)).toEqual(['threats', 'spam']);
  });

  it('does not bring the outcome of one report into another', async () => {
    await tap(page, radio('threats'));
    await tap(page, '[part~=send]');
    await settled();
    await page.run(() => { window.screenTest.open(); });
    await settled();
    await next('sent');
    await settled();
    expect(await shown(page, 'h2')).toEqual(['Report \u2068Ben\u2069']);
    expect(await events()).toEqual([]);
    // The new one can be sent.
    await tap(page, radio('spam'));
    await tap(page, '[part~=send]');
    await settled();
    expect(await sent()).toHaveLength(2);
  });

  it('begins every report anew: nothing of the last is ticked or written', async () => {
    await page.run(() => { window.screenTest.element.start = { urgency: 'today' }; });
    await tap(page, radio('threats'));
    await tap(page, '.form > .row input');
    await tap(page, '[part~=cancel]');
    await settled();
    expect([await events(), await page.run(() => window.screenTest.log)]).toEqual([['cancelled'], ['withdraw', 'discard']]);
    await page.run(() => { window.screenTest.open(); });
    await settled();
    expect([await isChecked(radio('threats')), await isChecked('.form > .row input'), await isChecked(radio('today'))]).toEqual([false, false, true]);
    await tap(page, radio('spam'));
    expect(await page.run(() => { window.screenTest.open(); return window.screenTest.element.start; })).toEqual({ urgency: 'today' });
    await settled();
    expect(await isChecked(radio('spam'))).toBe(false);
  });

  it('says that it still waits, and deletes it where the person takes it back', async () => {
    await tap(page, radio('threats'));
    await tap(page, '[part~=send]');
    await next('waiting');
    await tap(page, '[part~=again]');
    await next('waiting');
    await settled();
    expect(await said()).toBe('There is no connection now. It waits here, sealed, until you send it.');
    await tap(page, '[part~=withdraw]');
    await settled();
    expect([await events(), await page.run(() => window.screenTest.log)]).toEqual([['waiting', 'waiting', 'withdrawn'], ['withdraw', 'discard']]);
    expect(await page.run(() => document.querySelector('inward-report')?.shadowRoot?.textContent)).toBe('');
  });

  it('says so where what waits cannot be deleted', async () => {
    await page.run(() => { window.screenTest.isStuck = true; });
    await tap(page, radio('threats'));
    await tap(page, '[part~=send]');
    await next('waiting');
    await tap(page, '[part~=withdraw]');
    await settled();
    expect([await said(), await events()]).toEqual(['This could not be deleted. Try again.', ['waiting']]);
  });

  it('shows the form again where the terms are past while it waits', async () => {
    await tap(page, radio('threats'));
    await tap(page, '[part~=send]');
    await next('waiting');
    await tap(page, '[part~=again]');
    await next('recipient-key-expired');
    await settled();
    expect(await said()).toBe('This report can no longer be sent. Please write it anew.');
    expect((await shown(page, '[part=preview] dd'))[2]).toBe('Threats');
    await tap(page, '[part~=send]');
    await settled();
    const ids = (await sent()).map((one) => (JSON.parse(one) as { id: string }).id);
    expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([true, false]);
  });

  it('names who it did not reach, and tries them again', async () => {
    await tap(page, radio('threats'));
    await tap(page, '[part~=send]');
    await next('missing');
    await settled();
    expect(await shown(page, 'dd')).toEqual(expect.arrayContaining(['Safety team', 'Local group']));
    expect((await shown(page, 'dt'))[2]).toBe('Not there yet');
    await tap(page, '[part~=again]');
    await next('sent');
    await settled();
    expect((await shown(page, 'dt')).includes('Not there yet')).toBe(false);
    expect(await events()).toEqual(['sent', 'sent']);
  });

  it('drops what an emergency chose where it was only passed, and the reason with the urgency', async () => {
    await tap(page, radio('emergency'));
    expect(await isChecked(radio('may-cause-violence'))).toBe(true);
    await tap(page, radio('today'));
    expect(await isChecked(radio('may-cause-violence'))).toBe(false);
    expect(await shown(page, '[part=preview] p')).toEqual(['Choose what it is about first.']);
    await page.run(() => {
      const select = document.querySelector('inward-report')?.shadowRoot?.querySelector('select') as HTMLSelectElement;
      select.value = 'meeting-soon';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    for (const one of ['threats', 'routine', 'today']) await tap(page, radio(one));
    expect(await page.run(() => document.querySelector('inward-report')?.shadowRoot?.querySelector('select')?.value)).toBe('');
    // What the person chose themselves stays.
    for (const one of ['emergency', 'routine']) await tap(page, radio(one));
    expect(await isChecked(radio('threats'))).toBe(true);
  });

  it('says in words what leaves: account, reasons of notices, attachments, earlier reports; and closes what can be checked', async () => {
    await tap(page, radio('threats'));
    await tap(page, '[part=more] summary');
    await tap(page, '[part=more] .row input');
    const words = (await shown(page, '[part=preview] dd')).join('\n');
    for (const part of [SHOWN.account, SHOWN.reason, SHOWN.earlier.slice(0, 8)]) expect(words).toContain(part);
    expect((await shown(page, '[part=preview] li')).join('\n')).toContain('It has a file');
    await tap(page, '[part=messages] summary');
    // Of two messages one can be checked: it alone can go without its words.
    expect(await shown(page, '[part=messages] .row')).toHaveLength(3);
    await tap(page, '[part=messages] .row:nth-of-type(3) input');
    const preview = (await shown(page, '[part=preview] li')).join('\n');
    expect(preview).toContain('A message without its words: only whose it is, and when it came');
    expect(preview).not.toContain(SHOWN.text);
    expect(preview).not.toContain('A message you took out');
  });

  it('follows the language of what stays in, until the person says it', async () => {
    const language = (): Promise<string | undefined> => page.run(() => document.querySelector('inward-report')?.shadowRoot?.querySelectorAll('select')[1]?.value);
    await tap(page, '[part=messages] summary');
    expect(await language()).toBe('und');
    for (const at of [1, 2]) await tap(page, `[part=messages] .row:nth-of-type(${at}) input`);
    expect(await language()).toBe('my');
    for (const at of [1, 2]) await tap(page, `[part=messages] .row:nth-of-type(${at}) input`);
    expect(await language()).toBe('und');
  });

  it.each([['limit-exceeded', 'That is too much for one report. Take a message out.'], ['recipient-key-expired', 'No report can be sent from this version of the app. Please update it.']] as const)('is never empty: %s is said, and Cancel is there', async (code, text) => {
    await page.run((one) => { window.screenTest.open(one); }, code);
    await settled();
    expect(await shown(page, '[part=preview] p')).toEqual([text]);
    await tap(page, '[part~=send]');
    expect(await said()).toBe(text);
    await tap(page, '[part~=cancel]');
    await settled();
    expect(await events()).toEqual(['cancelled']);
  });
});
