import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot, ROOT } from '../../scripts/build/paths.ts';
import { installPackage, type Consumer } from './installed-package.ts';

const PAGE = `
import { createSafety, failsafeVerdict, type Message, type Safety, type Verdict } from 'inward';
import * as browser from 'inward/browser';
import 'inward/ui/define';
import { useCatalogue, type InwardCover } from 'inward/ui';
import { my } from 'inward/ui/my';
export async function go(message: Message): Promise<Verdict> {
  const safety: Safety = await createSafety({ assets: '/inward/' });
  const verdict = await safety.screenMessage(message, { relationship: 'stranger' });
  const delivery: 'chats' | 'requests' | 'hidden' | 'denied' = verdict.delivery;
  void delivery; void browser;
  return failsafeVerdict(message, { relationship: 'stranger' });
}
useCatalogue(my);
export const cover: InwardCover = document.createElement('inward-cover');
// @ts-expect-error a cover is opened by a person
cover.reveal();
// @ts-expect-error a verdict carries no score
export const score = (verdict: Verdict) => verdict.score;
// @ts-expect-error an unknown relationship
export const wrong = (safety: Safety, message: Message) => safety.screenMessage(message, { relationship: 'friend' });
`;
const SERVER = `
import { createSafety, defaultSettings } from 'inward/node';
import { explainMessage } from 'inward/testing';
export async function go(): Promise<number> {
  const safety = await createSafety({ settings: defaultSettings() });
  const seen = await explainMessage(safety, { id: '1', conversationId: 'c', kind: 'text', text: 'x', sentAt: 0, direction: 'incoming' }, { relationship: 'stranger' });
  return seen.scam.score;
}
`;
const VITE = "import { inward } from 'inward/vite';\nimport { defineConfig } from 'vite';\nexport const config = defineConfig({ plugins: [inward({ base: '/inward/' })] });\n";

/** The README's examples, in order; what a host has of its own is declared around them. */
const EXAMPLES = [...readFileSync(inRoot('README.md'), 'utf8').matchAll(/^```ts\n(.*?)^```$/gmsu)].map((match) => match[1] as string);
const HOST = `
import type { Message, Context, Verdict } from 'inward';
declare function putInHiddenFolder(verdict: Verdict): void;
declare function showIn(place: 'chats' | 'requests' | 'denied', verdict: Verdict): void;
declare const registration: ServiceWorkerRegistration;
declare const [name, sender]: [string, string];
declare const contacts: ReadonlySet<string>;
declare const [message, context]: [Message & { readonly text: string }, Context];
void [putInHiddenFolder, showIn, registration, name, sender, contacts, message, context];
`;
const STARTED = "import type { Safety } from 'inward';\ndeclare const safety: Safety;\n";

/** Of the report screen. */
const REPORT_EXAMPLES = [...readFileSync(inRoot('docs/reports.md'), 'utf8').matchAll(/^```ts\n(.*?)^```$/gmsu)].map((match) => match[1] as string);

/** The examples of docs/ui.md that a TypeScript compiler reads as they stand: a plain page and React 19. */
const UI_DOCUMENT = readFileSync(inRoot('docs/ui.md'), 'utf8');
const UI_EXAMPLES = ['ts', 'tsx'].map((language) => [language, new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'msu').exec(UI_DOCUMENT)?.[1] ?? ''] as const);
/** What templates of Vue and Svelte see; their own compilers are not here. */
const UI_TAGS = `
import type {} from 'inward/ui/vue';
import type {} from 'inward/ui/svelte';
import type { GlobalComponents } from 'vue';
import type { SvelteHTMLElements } from 'svelte/elements';
type VueProps = InstanceType<GlobalComponents['inward-cover']>['$props'];
type SvelteProps = SvelteHTMLElements['inward-cover'];
const open = () => Promise.resolve(new Blob());
export const vue: VueProps = { open, kind: 'image', warned: true, class: 'x', onInwardState: (event) => { event.detail.state satisfies 'covered' | 'confirming' | 'opening' | 'clear'; } };
export const svelte: SvelteProps = { open, from: 'Ann', class: 'x', 'oninward-state': (event) => { event.detail.state satisfies 'covered' | 'confirming' | 'opening' | 'clear'; } };
// @ts-expect-error no such kind
export const wrongVue: VueProps = { kind: 'picture' };
// @ts-expect-error no such kind
export const wrongSvelte: SvelteProps = { kind: 'picture' };
// @ts-expect-error a link has no cover
export const wrongTag: SvelteHTMLElements['inward-link'] = { cover: undefined };
`;
const REACT_WRONG = `
import type {} from 'inward/ui/react';
import { createElement } from 'react';
void createElement;
// @ts-expect-error no such kind
export const kind = <inward-cover kind="picture" />;
// @ts-expect-error no such action
export const action = <inward-request-card oninward-action={(event) => event.detail.action === 'trust'} />;
`;

/** A consumer's compiler has to find every declaration, and find it sound, under either resolver. */
describe.each([['bundler', 'ESNext'], ['nodenext', 'NodeNext']] as const)('declarations under moduleResolution %s', (moduleResolution, module) => {
  let consumer: Consumer;
  beforeAll(() => {
    consumer = installPackage(['@types/node', 'undici-types', 'vite', 'react', '@types/react', 'csstype', 'vue', '@vue', 'svelte']);
    consumer.write('page.ts', PAGE);
    consumer.write('server.ts', SERVER);
    consumer.write('vite-config.ts', VITE);
  });
  afterAll(() => { consumer.remove(); });

  function compile(files: string | readonly string[], options: object): string {
    consumer.write('tsconfig.json', JSON.stringify({
      compilerOptions: { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: 'ES2022', module, moduleResolution, types: [], ...options }, files: [files].flat(),
    }));
    const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.', '--pretty', 'false'], { cwd: consumer.folder, encoding: 'utf8' });
    return run.stdout + run.stderr;
  }

  it('serve a page without Node\'s types', () => {
    expect(compile('page.ts', { lib: ['ES2022', 'DOM', 'DOM.Iterable'], skipLibCheck: false })).toBe('');
  });

  it('compile every example of the README as it stands, the first of ten lines at most', () => {
    expect(EXAMPLES.length).toBeGreaterThan(2);
    expect(EXAMPLES[0]?.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10);
    expect(EXAMPLES[0]).toContain("from 'inward'");
    const files = EXAMPLES.map((example, index) => {
      const file = `readme-${index + 1}.ts`;
      consumer.write(file, (example.includes('const safety =') ? '' : STARTED) + HOST + example);
      return file;
    });
    expect(compile(files, { lib: ['ES2022', 'DOM', 'DOM.Iterable'], skipLibCheck: true })).toBe('');
  });

  it('compile the examples of docs/ui.md, and refuse what the tags do not have', () => {
    const files = UI_EXAMPLES.map(([language, example]) => {
      expect(example).toContain("import 'inward/ui/define'");
      consumer.write(`ui.${language}`, example);
      return `ui.${language}`;
    });
    consumer.write('tags.ts', UI_TAGS);
    consumer.write('wrong.tsx', REACT_WRONG);
    expect(compile([...files, 'tags.ts', 'wrong.tsx'], { lib: ['ES2022', 'DOM', 'DOM.Iterable'], jsx: 'react-jsx', skipLibCheck: true })).toBe('');
  });

  it('compile the examples of docs/reports.md', () => {
    expect(REPORT_EXAMPLES).toHaveLength(2);
    const files = REPORT_EXAMPLES.map((example, index) => {
      consumer.write(`report-${index}.ts`, example);
      return `report-${index}.ts`;
    });
    expect(compile(files, { lib: ['ES2022', 'DOM', 'DOM.Iterable'], skipLibCheck: true })).toBe('');
  });

  it('serve Node without the DOM', () => {
    expect(compile('server.ts', { lib: ['ES2022'], types: ['node'], skipLibCheck: false })).toBe('');
  });

  it('serve a Vite configuration', () => {
    // Vite's own declarations are its maker's concern.
    expect(compile('vite-config.ts', { lib: ['ES2022', 'DOM'], types: ['node'], skipLibCheck: true })).toBe('');
  });
});
