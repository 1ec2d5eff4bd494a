import type { EngineName } from '../../../scripts/test/find-browsers.ts';

/** What becomes of an engine's tests. */
export type Plan = 'run' | 'skip' | 'fail';

/**
 * A missing engine is a counted skip on a developer's machine and a failure where `CI=true`. `INWARD_ENGINES`
 * (`chromium,webkit`) narrows a developer's run; CI takes no notice of it.
 */
export function planFor(engine: EngineName, isThere: boolean, environment: Readonly<Record<string, string | undefined>>): Plan {
  const isCi = environment['CI'] === 'true';
  if (!isThere) return isCi ? 'fail' : 'skip';
  const wanted = environment['INWARD_ENGINES'];
  return isCi || wanted === undefined || wanted.split(',').includes(engine) ? 'run' : 'skip';
}
