import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE, SAID } from '../fixtures/report/doc-example.ts';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

const MAP = '<script type="importmap">{"imports":{"inward":"/dist/index.js","inward/report":"/dist/report.js","inward/report/press":"/dist/report-press.js"}}</script>';
const imports = EXAMPLE.split('\n').filter((line) => line.startsWith('import '));
const rest = EXAMPLE.split('\n').filter((line) => !line.startsWith('import '));
/** The example as a press of Send runs it. */
const MODULE = `${imports.join('\n')}
import { createSafety } from 'inward';
const safety = await createSafety({ assets: '/exact/' });
async function example(console) {
${rest.join('\n')}
}
document.querySelector('button').addEventListener('click', () => {
  const printed = [];
  example({ log: (...values) => { printed.push(values.join(' ')); } }).then(() => { globalThis.printed = printed; }, (error) => { globalThis.printed = [String(error.code ?? error)]; });
});
globalThis.ready = true;`;

let server: StaticServer;
beforeAll(async () => {
  server = await servePackage({ replace: {
    '/example': `<!doctype html><title>example</title>${MAP}<button style="position:fixed;left:0;top:0;width:200px;height:100px">Send</button><script type="module" src="/example.js"></script>`,
    '/example.js': { body: MODULE },
  } });
});
afterAll(() => server.close());

describeEngines('the example of docs/reports.md', (engine) => {
  it('prints what it says when somebody presses Send', async () => {
    const page = await engine.open(`${server.origin}/example`);
    await page.run(async () => { while (!('ready' in globalThis)) await new Promise((resolve) => { setTimeout(resolve, 20); }); });
    await page.press(50, 50);
    const printed = await page.run(async () => {
      while (!('printed' in globalThis)) await new Promise((resolve) => { setTimeout(resolve, 20); });
      return (globalThis as unknown as { printed: readonly string[] }).printed;
    });
    expect(printed).toEqual(SAID);
    await page.close();
  });
});
