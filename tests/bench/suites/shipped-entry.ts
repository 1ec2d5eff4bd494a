/** Bundled by `shipped.ts`. */
export { createSafety } from '../../../src/node/index.ts';
export { compileKernel } from '../../../src/text/kernel.ts';
export { TextKernel } from '../../../src/text/text-kernel.ts';
export { Engine } from '../../../src/worker/engine.ts';
