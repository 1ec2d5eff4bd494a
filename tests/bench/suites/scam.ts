import type { KernelExports } from '../../../src/text/kernel.ts';
import { measureAsync, toRows, turns, type AsyncContender, type BenchRow, type Measured } from '../measure.ts';
import { makeLinesOf } from '../synthetic.ts';
import { loadScamKernel } from './kernel.ts';
import type { SuiteOptions } from './suite.ts';

const TEXTS = 200;
const KERNEL_BATCH = 100;

/** The scam model in our kernel, on 80-unit messages, without and with reading the text. Its peer comes with the trained model's `model.onnx`. */
export async function scamSuite({ root, quick }: SuiteOptions): Promise<readonly BenchRow[]> {
  const kernel = await loadScamKernel(root);
  const texts = makeLinesOf(80, TEXTS, 23);
  const whole = await measureAsync([
    kernelRun('kernel, from the text', (index) => {
      kernel.read([{ text: texts[index % TEXTS] ?? '', scored: true }]);
      const sum = scoreRead(kernel.exports);
      kernel.wipe();
      return sum;
    }),
  ], turns(quick));
  kernel.read([{ text: texts[0] ?? '', scored: true }]);
  const scored = await measureAsync([kernelRun('kernel: features, language, concepts, score', () => scoreRead(kernel.exports))], turns(quick));
  kernel.wipe();
  return [...toRows('scam', perMessage(scored)), ...toRows('scam', perMessage(whole))];
}

/** The kernel answers at once: a hundred messages are one operation, so that no promise stands between them. */
function kernelRun(name: string, score: (index: number) => number): AsyncContender {
  return {
    name,
    run(index) {
      let sum = 0;
      for (let i = 0; i < KERNEL_BATCH; i++) sum += score(index * KERNEL_BATCH + i);
      // Each adds the number of its classes: a scorer that answered nothing would leave it at zero.
      if (!(sum > 0)) throw new Error(`${name} gave no scores`);
      return Promise.resolve(sum);
    },
  };
}

function perMessage([kernel, ...others]: readonly Measured[]): readonly Measured[] {
  if (kernel === undefined) return [];
  return [{ ...kernel, n: kernel.n * KERNEL_BATCH, medianUs: kernel.medianUs / KERNEL_BATCH }, ...others];
}

function scoreRead(kernel: KernelExports): number {
  kernel.features();
  kernel.language();
  // English, whatever the model in force makes of made-up words.
  kernel.concepts(0);
  return kernel.score();
}
