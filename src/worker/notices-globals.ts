import { KEPT_NAMES } from './seal-globals.ts';

/** What the notice worker has no use for: it runs no kernel. */
const UNUSED: readonly string[] = ['WebAssembly'];

/** The globals that stay in the notice worker, for the reasons of `KEPT_GLOBALS`: the text worker's but for those. `tests/attack/notices-globals` follows them. */
export const NOTICE_NAMES: readonly string[] = KEPT_NAMES.filter((name) => !UNUSED.includes(name));
