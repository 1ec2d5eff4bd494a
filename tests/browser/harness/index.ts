/** Real browsers, driven from Vitest in Node. See `engines.ts` for the three engines and `serve.ts` for the servers. */
export { availableEngines, describeEngines, engineNamed, type Engine } from './engines.ts';
export { PageError, RUN_TIMEOUT_MS, type KeyName, type Page } from './page.ts';
export { bundlePage } from './bundle.ts';
export { CHROMIUM_ARGS } from './playwright.ts';
export { serveStatic, type LoggedRequest, type Route, type RouteReply, type StaticOptions, type StaticServer } from './serve.ts';
