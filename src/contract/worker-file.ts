import { availableKernel } from './simd.ts';

/**
 * The text worker's file for a form of the seal. Without WebAssembly (iOS Lockdown Mode) it is another one, which finds words
 * plainly folded.
 */
export function workerFile(form: string): `worker${'' | '-plain'}${'' | '.classic'}.js` {
  return `worker${availableKernel() === 'none' ? '-plain' : ''}${form === 'frame' ? '.classic' : ''}.js`;
}
