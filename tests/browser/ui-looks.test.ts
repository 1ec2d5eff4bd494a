import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { openUi, press, serveUi, until, words } from './ui-stage.ts';

/** What a page can change about the looks, and what the person's system asks for: less motion, its own few colours. */
let server: StaticServer;
beforeAll(async () => { server = await serveUi(); });
afterAll(() => server.close());

const DOC = readFileSync(new URL('../../docs/ui.md', import.meta.url), 'utf8');
/** Custom properties that docs/ui.md names. */
const PROPERTIES = [...new Set(DOC.match(/--inward-[a-z-]+(?=:)/gu))].sort();
/** Parts that docs/ui.md names, after "Parts:". */
const PARTS = [...(/^Parts: ([\s\S]+?)\. Keep/mu.exec(DOC)?.[1] ?? '').matchAll(/`([a-z]+)`/gu)].map(([, part]) => part as string);

describeEngines('the looks of the elements', (engine) => {
  let page: Page;
  beforeEach(async () => {
    await engine.closePages();
    page = await engine.open('about:blank');
    await openUi(page, server);
    await page.run(() => {
      const notices = [{ id: 'n', kind: 'scam', level: 'tip', reasons: [], actions: [] }];
      const card = window.put('inward-request-card', { name: 'Ann', context: { relationship: 'stranger' }, notices });
      card.append(window.put('inward-link', { text: 'my photos', href: 'https://a.example/x', why: ['request'] }));
      window.put('inward-notice', { showsWhere: true, notice: {
        id: 'n', kind: 'scam', family: 'parcel', level: 'strong', reasons: ['urgency', 'looks-like-known-scams'], where: [{ reason: 'urgency', surface: 'text', start: 0, end: 1 }],
        actions: ['open-the-app-yourself', 'block', 'report', 'learn-more', 'dismiss'],
      } });
      window.put('inward-cover', { id: 'plain', from: 'Ann', open: () => window.picture() });
      window.put('inward-cover', { id: 'endless', from: 'Ann', open: () => new Promise(() => undefined) });
    });
  });

  /** Computed value at the host (no part) or at a part. */
  const look = (selector: string, part: string, name: string): Promise<string> => page.run((css, inner, property) => {
    const host = document.querySelector(css) as HTMLElement;
    return getComputedStyle(inner === '' ? host : host.shadowRoot?.querySelector(`[part~=${inner}]`) as HTMLElement).getPropertyValue(property);
  }, selector, part, name);
  const style = (css: string): Promise<void> => page.run((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
  /** Rules under a media query, where only the rule can be read: Chromium's driver alone can ask for the looks themselves. */
  const rulesUnder = (media: string): Promise<string> => page.run((query) => [...document.querySelector('#endless')?.shadowRoot?.adoptedStyleSheets ?? []].flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => (rule instanceof CSSMediaRule && rule.media.mediaText.replaceAll(' ', '') === query ? [...rule.cssRules] : [])).map((rule) => rule.cssText).join(), media);

  it('follow every custom property that the page may set', async () => {
    const cases: readonly (readonly [string, string, string, string, string, string])[] = [
      ['--inward-surface', 'rgb(1, 2, 3)', '#plain', '', 'background-color', 'rgb(1, 2, 3)'],
      ['--inward-text', 'rgb(4, 5, 6)', 'inward-link', '', 'color', 'rgb(4, 5, 6)'],
      ['--inward-line', 'rgb(7, 8, 9)', 'inward-request-card', '', 'border-top-color', 'rgb(7, 8, 9)'],
      ['--inward-accent', 'rgb(10, 11, 12)', '#plain', 'show', 'background-color', 'rgb(10, 11, 12)'],
      ['--inward-accent-text', 'rgb(13, 14, 15)', '#plain', 'show', 'color', 'rgb(13, 14, 15)'],
      ['--inward-tile', 'rgb(16, 17, 18)', '#plain', 'frame', 'background-color', 'rgb(16, 17, 18)'],
      ['--inward-radius', '20px', '#plain', 'show', 'border-top-left-radius', '14px'],
      ['--inward-font', 'italic 21px serif', '#plain', 'label', 'font-size', '21px'],
      ['--inward-cover-size', '123px', '#plain', '', 'inline-size', '123px'],
      ['--inward-card-size', '234px', 'inward-request-card', '', 'inline-size', '234px'],
      ['--inward-notice-size', '245px', 'inward-notice', '', 'inline-size', '245px'],
    ];
    await style(`inward-cover, inward-link, inward-notice, inward-request-card { ${cases.map(([name, value]) => `${name}: ${value};`).join(' ')} --inward-focus: rgb(19, 20, 21); }`);
    expect([...cases.map(([name]) => name), '--inward-focus'].sort()).toEqual(PROPERTIES);
    for (const [name, , selector, part, property, seen] of cases) expect([name, await look(selector, part, property)]).toEqual([name, seen]);
    // By the keyboard, as `:focus-visible` asks.
    await page.run(() => { document.querySelector('inward-request-card')?.shadowRoot?.querySelector<HTMLElement>('[part~=report]')?.focus(); });
    await page.key('Tab');
    expect([await look('inward-request-card', 'accept', 'outline-color'), await look('inward-request-card', 'accept', 'outline-style')]).toEqual(['rgb(19, 20, 21)', 'solid']);
  });

  it('let the page style every part that is named, and each is there', async () => {
    await press(page, '#plain', 'show');
    expect(await until(page, '#plain', 'clear')).toBe('clear');
    await style(PARTS.map((part) => `inward-cover::part(${part}), inward-link::part(${part}), inward-notice::part(${part}), inward-request-card::part(${part}) { --seen-${part}: yes; }`).join('\n'));
    const seen = await page.run((parts) => parts.filter((part) => [...document.querySelectorAll('inward-cover, inward-link, inward-notice, inward-request-card')]
      .flatMap((host) => [...host.shadowRoot?.querySelectorAll(`[part~=${part}]`) ?? []]).some((node) => getComputedStyle(node).getPropertyValue(`--seen-${part}`).trim() === 'yes')), PARTS);
    expect(PARTS.length).toBeGreaterThan(20);
    expect(seen).toEqual(PARTS);
  });

  it('do not move; a bar that only moves is left out for whoever wants less motion, and words stay', async () => {
    await press(page, '#endless', 'show');
    expect(await until(page, '#endless', 'opening')).toBe('opening');
    expect(await page.run(() => {
      const nodes = [...document.querySelectorAll('inward-cover, inward-link, inward-notice, inward-request-card')].flatMap((host) => [host, ...host.shadowRoot?.querySelectorAll('*') ?? []]);
      const moving = nodes.filter((node) => {
        const { animationName, transitionDuration } = getComputedStyle(node);
        return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
      });
      return [nodes.length > 40, moving.map((node) => node.tagName), document.getAnimations().length];
    })).toEqual([true, [], 0]);
    const native = engine.playwright(page);
    if (native === undefined) return expect(await rulesUnder('(prefers-reduced-motion:reduce)')).toMatch(/progress:indeterminate \{ display: none; \}/u);
    await native.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await look('#endless', 'progress', 'display')).not.toBe('none');
    await native.emulateMedia({ reducedMotion: 'reduce' });
    expect(await look('#endless', 'progress', 'display')).toBe('none');
    expect(await words(page, '#endless', 'status')).toBe('Opening…');
  });

  it('keep borders, and tell the first button from the others, in the system\'s few colours', async () => {
    const native = engine.playwright(page);
    if (native === undefined) return expect(await rulesUnder('(forced-colors:active)')).toMatch(/button\.first \{.*buttontext/isu);
    await style('inward-cover { --inward-surface: rgb(1, 2, 3); --inward-accent: rgb(1, 2, 3); --inward-accent-text: rgb(1, 2, 4); --inward-text: rgb(1, 2, 5); }');
    await native.emulateMedia({ forcedColors: 'active' });
    const colour = (name: string): Promise<string> => page.run((value) => {
      const node = document.createElement('p');
      node.style.setProperty('forced-color-adjust', 'none');
      node.style.color = value;
      document.body.append(node);
      const { color } = getComputedStyle(node);
      node.remove();
      return color;
    }, name);
    const [face, text, canvas] = [await colour('ButtonFace'), await colour('ButtonText'), await colour('Canvas')];
    expect([await look('#plain', 'show', 'color'), await look('#plain', 'show', 'background-color')]).toEqual([face, text]);
    expect(face).not.toBe(text);
    expect(await look('#plain', '', 'background-color')).toBe(canvas);
    for (const [selector, part] of [['#plain', ''], ['inward-request-card', 'accept'], ['inward-link', 'ask']] as const) {
      expect([selector, await look(selector, part, 'border-top-style')]).toEqual([selector, 'solid']);
      expect(await look(selector, part, 'border-top-color')).not.toBe(await look(selector, '', 'background-color'));
    }
  });
});
