import type { Plugin } from 'rolldown';
import { inRoot } from './paths.ts';

const RUNTIME = /[\\/]onnxruntime-web[\\/]dist[\\/][\w.]+\.mjs$/u;
/** Every global that ONNX Runtime's file names and the language does not have, and what `src/score/onnx-scope.ts` gives it instead. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  absent: [
    'Blob', 'MessageChannel', 'OffscreenCanvas', 'SharedArrayBuffer', 'URL', 'Worker', 'XMLHttpRequest', 'clearTimeout', 'document', 'fetch', 'location',
    'navigator', 'postMessage', 'require', 'setTimeout',
  ],
  noThreads: ['Atomics'], stillClock: ['performance'], StillDay: ['Date'], mute: ['console'],
};
const IMPORTS = Object.entries(STAND_INS).flatMap(([from, names]) => names.map((name) => `${from} as ${name}`)).join(', ');

/**
 * Binds the names by which ONNX Runtime would reach out of the worker to stand-ins, takes its own address from it, by which it
 * would start threads and load files, and its one `import()`. @throws {Error} the file is another one than was looked at
 */
export function closedRuntime(): Plugin {
  return {
    name: 'closed-runtime',
    transform(code, id) {
      if (!RUNTIME.test(id)) return undefined;
      const loads = [...code.matchAll(/\bimport\([^()]*\)/gu)].length;
      if (loads !== 1) throw new Error(`onnxruntime-web has ${loads} places that import(): look at it again.`);
      const closed = code.replaceAll('import.meta.url', '""').replace(/\bimport\([^()]*\)/u, 'Promise.reject()');
      return { code: `import { ${IMPORTS} } from ${JSON.stringify(inRoot('src/score/onnx-scope.ts'))};\n${closed}`, map: null };
    },
  };
}
