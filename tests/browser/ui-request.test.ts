import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { RED_VIDEO } from '../fixtures/red-video.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { openUi, press, serveUi, until, words } from './ui-stage.ts';

/** A request on screen, with all it may hold: card, photo, video, file and link. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi(); });
afterAll(() => server.close());

describeEngines('a request on screen', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server, 'video');
    await page.run((video) => {
      const card = window.put('inward-request-card', { name: 'Ann', context: { relationship: 'stranger', peer: { mutualContacts: 0, accountAgeDays: 3, country: 'MM' } } });
      const bytes = Uint8Array.from(atob(video), (c) => c.charCodeAt(0));
      const opens: Record<string, () => Promise<Blob>> = {
        image: () => window.picture(), video: () => Promise.resolve(new Blob([bytes], { type: 'video/webm' })), file: () => Promise.resolve(new Blob(['x'], { type: 'text/html' })),
      };
      for (const [kind, open] of Object.entries(opens)) {
        const cover = window.put('inward-cover', { id: kind, kind, from: 'Ann', open: () => { window.watch.calls++; return open(); } });
        card.append(cover);
      }
      card.append(window.put('inward-link', { text: 'my photos', href: `${location.origin}/leak`, why: ['request', 'target-differs', 'not-known-yet'] }));
      card.addEventListener('inward-action', (event) => { window.watch.states.push((event as CustomEvent<{ action: string }>).detail.action); });
    }, RED_VIDEO);
  });

  const leaks = (): Promise<readonly string[]> => page.run(() => window.leaks());

  it('asks for nothing and holds nothing, before and after everything was opened once', async () => {
    expect([await leaks(), await page.run(() => window.watch.made), server.log]).toEqual([[], 0, []]);
    for (const kind of ['image', 'video', 'file']) {
      await press(page, `#${kind}`, 'show');
      expect([kind, await until(page, `#${kind}`, 'clear')]).toEqual([kind, 'clear']);
    }
    expect(await page.run(() => window.leaks().filter((leak) => leak === 'VIDEO' || leak.startsWith('red') || leak.startsWith('blob:')).length)).toBe(3);
    await press(page, 'inward-link', 'ask');
    for (const kind of ['image', 'video', 'file']) await press(page, `#${kind}`, 'again');
    expect([await leaks(), await page.run(() => [window.watch.made, window.watch.calls, window.watch.violations.join()]), server.log]).toEqual([[], [1, 3, ''], []]);
  });

  it('covers everything at once when the page is hidden', async () => {
    for (const kind of ['image', 'video']) {
      await press(page, `#${kind}`, 'show');
      expect(await until(page, `#${kind}`, 'clear')).toBe('clear');
    }
    await page.run(() => { window.dispatchEvent(new Event('pagehide')); });
    expect(await leaks()).toEqual([]);
  });

  it('shows a video only when pressed, and plays it only when pressed again', async () => {
    await press(page, '#video', 'show');
    await until(page, '#video', 'clear');
    expect(await page.run(() => {
      const video = document.querySelector('#video')?.shadowRoot?.querySelector('video');
      return [video?.paused, video?.autoplay, video?.controls, video?.poster, video?.videoWidth];
    })).toEqual([true, false, true, '', 32]);
  });

  it('under a policy without media-src blob: keeps a video hidden, in plain words', async () => {
    const strict = await engine.open('about:blank');
    await openUi(strict, server);
    await strict.run((video) => {
      window.put('inward-cover', { kind: 'video', open: () => Promise.resolve(new Blob([Uint8Array.from(atob(video), (c) => c.charCodeAt(0))], { type: 'video/webm' })) });
    }, RED_VIDEO);
    await press(strict, 'inward-cover', 'show');
    expect(await until(strict, 'inward-cover', 'covered')).toBe('covered');
    expect(await words(strict, 'inward-cover', 'status')).toBe('This cannot be shown here. It stays hidden.');
    expect(await strict.run(() => window.leaks())).toEqual([]);
  });

  it('names the facts, and calls a missing one not known', async () => {
    const facts = (): Promise<string> => page.run(() => [...document.querySelector('inward-request-card')?.shadowRoot?.querySelectorAll<HTMLElement>('dt, dd') ?? []]
      .filter((node) => !node.hidden).map((node) => node.textContent).join(' | '));
    expect(await facts()).toBe('Contacts you share | None | Age of the account | Less than a week | Country | Myanmar (Burma)');
    const contexts: readonly (readonly [unknown, string])[] = [
      [undefined, 'Not known | Not known | Not known'], [{ relationship: 'stranger', peer: { mutualContacts: -1, accountAgeDays: NaN, country: ' ' } }, 'Not known | Not known | Not known'],
      [{ relationship: 'stranger', peer: { mutualContacts: 3, accountAgeDays: 365, country: 'Elsewhere' } }, '3 | A year or more | Elsewhere'],
      [{ relationship: 'stranger', peer: { country: 'ZZ' } }, 'Not known | Not known | Not known'], [{ relationship: 'stranger', peer: { country: 'JJ' } }, 'Not known | Not known | Not known'],
      [{ relationship: 'stranger', peer: { country: 'XA' } }, 'Not known | Not known | Not known'], [{ relationship: 'stranger', peer: { country: 'XK' } }, 'Not known | Not known | Kosovo'],
      [{ relationship: 'stranger', peer: { country: 'fr' } }, 'Not known | Not known | France'],
      [{ relationship: 'stranger', peer: { accountAgeDays: 7 }, conversation: { kind: 'group' } }, 'Not known | Less than a month | Not known | Not known'],
      [{ relationship: 'stranger', conversation: { kind: 'group', addedBy: 'contact' } }, 'Not known | Not known | Not known | Someone you know'],
      [{ relationship: 'stranger', conversation: { kind: 'group', addedBy: 'stranger' } }, 'Not known | Not known | Not known | Someone you do not know'],
    ];
    for (const [context, values] of contexts) {
      expect(await page.run(async (next) => {
        const card = document.querySelector('inward-request-card') as HTMLElement & { context: unknown };
        card.context = next;
        await Promise.resolve();
        return [...card.shadowRoot?.querySelectorAll<HTMLElement>('dd') ?? []].filter((node) => !node.hidden).map((node) => node.textContent).join(' | ');
      }, context ?? null)).toBe(values);
    }
  });

  it('shows what is known without a context too, and all it can do', async () => {
    expect(await page.run(async () => {
      const empty = window.put('inward-request-card', { id: 'empty', context: null, notices: null });
      await Promise.resolve();
      const root = empty.shadowRoot;
      return [root?.querySelector('[part=title]')?.textContent, [...root?.querySelectorAll<HTMLElement>('button') ?? []].filter((one) => !one.hidden).map((one) => one.textContent).join()];
    })).toEqual(['Message request from \u2068someone without a name\u2069', 'Delete,Block,Report,Accept']);
  });

  it('asks twice before anything under a notice on the card is shown, whatever a cover itself says', async () => {
    const set = (id: string, properties: object): Promise<void> => page.run((name, next) => { Object.assign(document.querySelector(name) as HTMLElement, next); }, id, properties);
    const notices = [{ id: 'n', kind: 'scam', level: 'strong', reasons: [], actions: [] }];
    // Deep in an app's own component as well.
    await page.run(() => {
      const box = document.createElement('div');
      const inner = document.createElement('inward-cover') as HTMLElement & { open: unknown };
      inner.id = 'deep';
      inner.open = () => window.picture();
      box.attachShadow({ mode: 'open' }).append(inner);
      document.querySelector('inward-request-card')?.append(box);
    });
    await press(page, '#image', 'show');
    expect(await until(page, '#image', 'clear')).toBe('clear');
    await set('inward-request-card', { notices });
    expect(await until(page, '#image', 'covered')).toBe('covered');
    for (const standing of [{ notices }, { notices: [], context: { relationship: 'stranger', peer: { hint: 'limited' } } }]) {
      await set('inward-request-card', standing);
      await set('#image', { warned: false });
      await press(page, '#image', 'show');
      expect(await until(page, '#image', 'confirming')).toBe('confirming');
      expect(await page.run(() => [(document.querySelector('#image') as HTMLElement & { warned: boolean }).warned, (document.querySelector('inward-request-card > div')?.shadowRoot?.querySelector('#deep') as HTMLElement & { warned: boolean }).warned])).toEqual([true, true]);
      await press(page, '#image', 'keep');
    }
    await press(page, '#image', 'show');
    await press(page, '#image', 'confirm');
    expect(await until(page, '#image', 'clear')).toBe('clear');
    await press(page, '#image', 'again');
    await set('inward-request-card', { notices: [], context: { relationship: 'stranger' } });
    await press(page, '#image', 'show');
    expect(await until(page, '#image', 'clear')).toBe('clear');
  });

  it('tells the app which action a person pressed, and none that a script pressed', async () => {
    await page.run(() => { for (const button of document.querySelector('inward-request-card')?.shadowRoot?.querySelectorAll('button') ?? []) button.click(); });
    for (const action of ['delete', 'block', 'report', 'accept']) await press(page, 'inward-request-card', action);
    expect(await page.run(() => window.watch.states)).toEqual(['delete', 'block', 'report', 'accept']);
  });

  it('says what the service and the app know of the chat, and asks once more before accepting', async () => {
    const show = (properties: Record<string, unknown>): Promise<readonly string[]> => page.run(async (next) => {
      const card = Object.assign(document.querySelector('inward-request-card') as HTMLElement, next);
      await Promise.resolve();
      return [...card.shadowRoot?.querySelectorAll('[part=notes] p') ?? []].map((line) => line.textContent);
    }, properties);
    const states = (): Promise<readonly string[]> => page.run(() => window.watch.states);
    const peer = { mutualContacts: 0 };
    const none = { notices: [], context: { relationship: 'stranger', peer, conversation: { kind: 'direct', encrypted: true } } };
    expect(await show(none)).toEqual([]);
    expect(await show({ ...none, context: { relationship: 'stranger', peer, conversation: { kind: 'direct', encrypted: false } } })).toEqual(['This chat is not end-to-end encrypted.']);
    await press(page, 'inward-request-card', 'accept');
    expect(await states()).toEqual(['accept']);

    expect(await show({ ...none, context: { relationship: 'stranger', peer: { ...peer, hint: 'limited' } } })).toEqual(['The service has limited this account.']);
    await press(page, 'inward-request-card', 'accept');
    expect([await states(), await words(page, 'inward-request-card', 'status')]).toEqual([['accept'], 'Look at what is known first. Do you still want to accept?']);
    await press(page, 'inward-request-card', 'keep');
    expect(await states()).toEqual(['accept']);
    await press(page, 'inward-request-card', 'accept');
    await press(page, 'inward-request-card', 'sure');
    expect(await states()).toEqual(['accept', 'accept']);

    const notice = (...reasons: readonly string[]): object => ({ notices: [{ id: 'n', kind: 'impersonation', level: 'tip', reasons, actions: [] }] });
    expect(await show({ ...none, ...notice('name-like-blocked', 'not-a-contact') })).toEqual(['This name looks like someone you blocked.']);
    await press(page, 'inward-request-card', 'accept');
    // What stands there changed while it asked: it asks anew.
    expect(await show({ ...none, ...notice('code-to-come') })).toEqual(['There is a notice about this request.']);
    expect(await page.run(() => document.querySelector('inward-request-card')?.shadowRoot?.querySelector<HTMLElement>('[part~=sure]')?.hidden)).toBe(true);
    await press(page, 'inward-request-card', 'block');
    expect(await states()).toEqual(['accept', 'accept', 'block']);
  });

  it('spells a link out, and opens it by two presses of a person', async () => {
    const { host } = new URL(server.origin);
    expect(await words(page, 'inward-link', 'text')).toBe('my photos');
    expect(await words(page, 'inward-link', 'host')).toBe(`This link goes to ${host}`);
    expect(await page.run(() => [...document.querySelector('inward-link')?.shadowRoot?.querySelectorAll('[part=why] p') ?? []].map((line) => line.textContent))).toEqual([
      'Links in requests stay closed until you open them.', 'The text shows one address, and the link goes to another.', 'Something about this link is unusual.']);
    await page.run(() => {
      const root = document.querySelector('inward-link')?.shadowRoot;
      for (const part of ['ask', 'open']) {
        const button = root?.querySelector<HTMLElement>(`[part~=${part}]`);
        button?.removeAttribute('hidden');
        button?.click();
      }
    });
    const opened = (): Promise<readonly string[]> => page.run(() => window.watch.opened);
    expect(await opened()).toEqual([]);
    await page.run(() => { (document.querySelector('inward-link') as HTMLElement & { text: string }).text = 'my photos'; });
    await press(page, 'inward-link', 'ask');
    expect(await words(page, 'inward-link', 'status')).toContain(host);
    await press(page, 'inward-link', 'keep');
    await press(page, 'inward-link', 'ask');
    expect(await opened()).toEqual([]);
    await press(page, 'inward-link', 'open');
    expect(await opened()).toEqual([`${server.origin}/leak _blank noopener,noreferrer`]);
    expect([await leaks(), server.log]).toEqual([[], []]);
  });

  it('lets the app open a link its own way, and opens nothing but the web', async () => {
    await page.run(() => { document.addEventListener('inward-open', (event) => { event.preventDefault(); window.watch.states.push((event as CustomEvent<{ href: string }>).detail.href); }); });
    await press(page, 'inward-link', 'ask');
    await press(page, 'inward-link', 'open');
    expect(await page.run(() => [window.watch.opened.length, window.watch.states.length])).toEqual([0, 1]);
    expect(await page.run(async () => {
      const link = document.querySelector('inward-link') as HTMLElement & { href: string };
      link.href = 'javascript:document.body.remove()';
      await Promise.resolve();
      return [...link.shadowRoot?.querySelectorAll('button') ?? []].every((button) => button.hidden);
    })).toBe(true);
    expect(await words(page, 'inward-link', 'host')).toBe('This is not a web address. It cannot be opened here.');
  });
});
