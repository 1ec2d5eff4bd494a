import { fileURLToPath } from 'node:url';
import { makeRecipientKey, type PrivateRecipientKey } from '../../src/report/index.ts';
import { bundlePage, type Route, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

export const NOW = 1_790_000_000_000;

export interface ReportChat {
  readonly server: StaticServer;
  readonly moderator: PrivateRecipientKey;
}

/** A page with nothing but a button to press, what it needs to screen and report, and moderators with a key. @param more paths */
export async function serveReportChat(more: Readonly<Record<string, Route>> = {}): Promise<ReportChat> {
  const tools = await bundlePage(fileURLToPath(new URL('./pages/store-page.ts', import.meta.url)));
  const moderator = await makeRecipientKey({ name: 'Moderators', policy: 'terms-1', notBefore: NOW - 1, notAfter: NOW + 1_000_000 });
  const server = await servePackage({ replace: {
    '/tools.js': { body: tools }, '/reports': { status: 204 }, ...more,
    '/chat': '<!doctype html><title>chat</title><button style="position:fixed;left:0;top:0;width:200px;height:100px">Send</button>',
  } });
  return { server, moderator };
}
