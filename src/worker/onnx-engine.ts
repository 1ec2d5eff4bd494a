import { VERSION } from '../../build/version.gen.ts';
import { SafetyError } from '../contract/errors.ts';
import { RUNTIME, TEXT_MODEL, type ModelAnswer, type ModelForm, type OnnxPort, type OnnxStart } from '../contract/host-model.ts';
import { openScorer, type Scorer } from '../score/onnx.ts';
import { textInputs } from '../score/onnx-inputs.ts';
import { compileKernel } from '../text/kernel.ts';
import { TextKernel } from '../text/text-kernel.ts';
import { surfacesToRead } from './surfaces.ts';

/** Long enough to pass the gate, of no scam and in every model's reach. */
const TRIAL = 'the heron stands by the river and waits for the morning';

interface Running {
  readonly kernel: TextKernel;
  readonly scorer: Scorer;
  readonly form: ModelForm;
}

/** The engine of the worker for a host's own text model: the text kernel makes its inputs, ONNX Runtime its answer. */
export class OnnxEngine implements OnnxPort {
  #running: Running | undefined;

  async start({ version, assets, form }: OnnxStart): Promise<void> {
    const { 'tables.bin': tables, 'simd.bin': build, [RUNTIME]: runtime, [TEXT_MODEL]: model } = assets;
    if (version !== VERSION || !tables || !build || !runtime || !model) {
      throw new SafetyError('asset-mismatch', 'The worker file is of another version than the page. Copy the assets again.');
    }
    const kernel = new TextKernel(tables, compileKernel(build, 'simd'));
    this.#running = { kernel, scorer: await openScorer(runtime, model, form.labels.length), form };
    // A model of a wrong form is refused now, not with the first message; and the first message is as fast as the next.
    await this.score([TRIAL]);
  }

  async score(texts: readonly string[]): Promise<ModelAnswer> {
    if (this.#running === undefined) throw new SafetyError('worker-failed', 'The engine for models was not started.');
    const { kernel, scorer, form } = this.#running;
    const { inputs, gated, covered } = this.#read(kernel, texts, form);
    if (gated) return { score: 0, covered };
    const shares = await scorer.shares(inputs);
    return { score: covered ? shares[form.labels.indexOf('scam')] ?? 0 : 0, covered };
  }

  /** In a worker its end is enough. */
  async close(): Promise<void> {
    await this.#running?.scorer.close();
    this.#running = undefined;
  }

  #read(kernel: TextKernel, texts: readonly string[], form: ModelForm): ReturnType<typeof textInputs> {
    try {
      kernel.read(surfacesToRead({ surfaces: texts.map((text) => ({ name: 'text', text })), cut: false }).surfaces);
      return textInputs(kernel, form);
    } finally {
      kernel.wipe();
    }
  }
}
