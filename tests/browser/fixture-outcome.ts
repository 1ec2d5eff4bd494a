import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Explanation } from '../../src/contract/engine.ts';
import type { Safety } from '../../src/contract/safety.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { makeDisguised } from '../fixtures/disguised.ts';
import { sha256, type Golden } from '../fixtures/golden.ts';
import { FIXTURE_PAUSE_MS, FIXTURE_START, FIXTURE_WEEK, fixtureSettings, makeFixture, type FixtureItem } from '../fixtures/screening.ts';

/** What is screened in Node and in every browser. Lone surrogates travel as escapes: `JSON.stringify` is well-formed. */
export interface FixtureFile {
  readonly start: number;
  /** So many items at a time, and so many milliseconds from one to the next. */
  readonly week: number;
  readonly pause: number;
  readonly settings: Settings;
  readonly items: readonly FixtureItem[];
  readonly rounds: readonly { readonly settings: Settings; readonly items: readonly FixtureItem[] }[];
}

/** SHA-256 of what came of it, as in `screening.golden.json`. */
export interface Outcome extends Pick<Golden, 'verdicts' | 'explanations' | 'disguisedVerdicts' | 'disguisedHow'> {
  readonly seal: string;
  readonly kernel: string;
  /** SHA-256 of what is said of who wrote: not among the goldens, for the text engine does not know it. */
  readonly contacts: string;
}

export function fixtureFile(): FixtureFile {
  return { start: FIXTURE_START, week: FIXTURE_WEEK, pause: FIXTURE_PAUSE_MS, // Chain messages are judged in a worker of their own (chain-notices.test.ts); these servers have none.
    settings: { ...fixtureSettings(), chain: { enabled: false } }, items: makeFixture(), rounds: makeDisguised().map(({ settings, items }) => ({ settings, items })) };
}

/**
 * What an instance says of the fixture, and of each disguised round in one of its own. Sent into pages as it stands: it sees
 * nothing but its arguments.
 */
async function screenAll(
  file: FixtureFile, open: (settings: Settings, now: () => number) => Promise<Safety>, explain: (safety: Safety, ...item: readonly [never, never]) => Promise<Explanation>,
  digest: (text: string) => Promise<string>, ready: (safety: Safety) => Promise<void>,
): Promise<Outcome> {
  let now = file.start;
  const safety = await open(file.settings, () => now);
  await ready(safety);
  // Waits for the cues, which messages do not: else how many of the first say that cues were not looked for depends on the machine.
  await explain(safety, { id: 'ready', conversationId: 'ready', kind: 'text', text: 'hello', sentAt: file.start, direction: 'incoming' } as never, { relationship: 'stranger', me: { ageBand: 'teen' } } as never);
  const verdicts: unknown[] = [];
  for (let at = 0; at < file.items.length; at += file.week) {
    now = file.start + at / file.week * file.pause;
    verdicts.push(...await safety.screenMessages(file.items.slice(at, at + file.week)));
  }
  const explanations: unknown[] = [];
  const contacts: unknown[] = [];
  for (const { message, context } of file.items) {
    const { scam, features, contact } = await explain(safety, message as never, context as never);
    explanations.push({ scam, features });
    contacts.push(contact);
  }
  const outcome = { seal: safety.seal, kernel: safety.about().kernel };
  await safety.dispose();
  const disguised: unknown[] = [];
  const how: unknown[] = [];
  for (const { settings, items } of file.rounds) {
    const other = await open(settings, () => file.start);
    await ready(other);
    disguised.push(await other.screenMessages(items));
    const tried: unknown[] = [];
    for (const { message } of items) tried.push(await other.hiddenWords.test(message.text ?? ''));
    how.push(tried);
    await other.dispose();
  }
  const of = (value: unknown): Promise<string> => digest(JSON.stringify(value));
  return {
    ...outcome, verdicts: await of(verdicts), explanations: await of(explanations), contacts: await of(contacts), disguisedVerdicts: await of(disguised), disguisedHow: await of(how),
  };
}

/** In Node, through the built package in `dist`. */
export async function outcomeInNode(dist: string): Promise<Outcome> {
  const { createSafety } = (await import(pathToFileURL(join(dist, 'node.js')).href)) as typeof import('../../src/node/index.ts');
  const { explainMessage } = (await import(pathToFileURL(join(dist, 'testing.js')).href)) as typeof import('../../src/testing/index.ts');
  return screenAll(fixtureFile(), (settings, now) => createSafety({ settings, now }), explainMessage, (text) => Promise.resolve(sha256(text)), () => Promise.resolve());
}

/** Source of `screenAll`, for `page.run(outcomeInPage, SCREEN_ALL, form)` in a page with `dist` at `/` and `fixtureFile` at `/fixture.json`. */
export const SCREEN_ALL = String(screenAll);

export async function outcomeInPage(screenAllSource: string, seal: 'header' | 'frame' | 'off', assets = '/assets/'): Promise<Outcome> {
  const { createSafety } = (await import('/index.js' as string)) as typeof import('../../src/index.ts');
  const { explainMessage } = (await import('/testing.js' as string)) as typeof import('../../src/testing/index.ts');
  const file = await (await fetch('/fixture.json')).json() as FixtureFile;
  const address = URL.createObjectURL(new Blob([`const __name = (target) => target; export default ${screenAllSource}`], { type: 'text/javascript' }));
  const { default: screen } = (await import(address as string)) as { default: typeof screenAll };
  return screen(file, (settings, now) => createSafety({ assets, settings, now, seal }), explainMessage, async (text) => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, async (safety) => {
    // In a page what tells hosts apart comes after the first verdict with a link; in Node it is there from the start.
    const came = new Promise<void>((resolve) => { safety.subscribe(({ kind }) => { if (kind === 'links') resolve(); }); });
    const message = { id: 'first', conversationId: 'first', kind: 'text', direction: 'incoming', sentAt: 0, text: 'example.com/x' } as const;
    await safety.screenMessage(message, { relationship: 'contact' }, { mode: 'history' });
    await came;
  });
}
