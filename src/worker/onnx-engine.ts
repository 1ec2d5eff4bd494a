import { VERSION } from '../../build/version.gen.ts';
import { SafetyError } from '../contract/errors.ts';
import { HONEST_LABELS, RUNTIME, TEXT_MODEL, type ModelAnswer, type ModelForm, type ModelLabel, type OnnxPort, type OnnxStart } from '../contract/host-model.ts';
import { openScorer, type Scorer } from '../score/onnx.ts';
import { textInputs, type TextInputs } from '../score/onnx-inputs.ts';
import { loadScamModel, type ScamModel } from '../score/scam-model.ts';
import { compileKernel } from '../text/kernel.ts';
import { TextKernel } from '../text/text-kernel.ts';
import { surfacesToRead } from './surfaces.ts';

/** Long enough to pass the gate, of no scam and in every model's reach. */
const TRIAL = 'the heron stands by the river and waits for the morning';

interface Running {
  readonly kernel: TextKernel;
  /** Of the built-in model, which tells languages and concepts here and scores nothing. */
  readonly names: ScamModel;
  readonly scorer: Scorer;
  readonly form: ModelForm;
}

/** The engine of the worker for a host's own text model: the text kernel makes its inputs, ONNX Runtime its answer. */
export class OnnxEngine implements OnnxPort {
  #running: Running | undefined;

  async start({ version, assets, form }: OnnxStart): Promise<void> {
    const { 'tables.bin': tables, 'simd.bin': build, 'scam.bin': scam, [RUNTIME]: runtime, [TEXT_MODEL]: model } = assets;
    if (version !== VERSION || !tables || !build || !scam || !runtime || !model) {
      throw new SafetyError('asset-mismatch', 'The worker file is of another version than the page. Copy the assets again.');
    }
    const kernel = new TextKernel(tables, compileKernel(build, 'simd'));
    this.#running = { kernel, names: loadScamModel(kernel, scam), scorer: await openScorer(runtime, model, form.labels.length), form };
    // A model of a wrong form is refused now, not with the first message; and the first message is as fast as the next.
    await this.#shares(this.#running, this.#read(this.#running, [TRIAL]));
  }

  async score(texts: readonly string[]): Promise<ModelAnswer> {
    if (this.#running === undefined) throw new SafetyError('worker-failed', 'The engine for models was not started.');
    const read = this.#read(this.#running, texts);
    const { gated, lang, sure } = read;
    const isAsked = !gated && this.#running.form.languages.includes(lang);
    return { score: isAsked ? await this.#shares(this.#running, read) : 0, lang, sure };
  }

  /** In a worker its end is enough. */
  async close(): Promise<void> {
    await this.#running?.scorer.close();
    this.#running = undefined;
  }

  async #shares({ scorer, form }: Running, { inputs }: TextInputs): Promise<number> {
    const shares = await scorer.shares(inputs);
    // One, where rounding makes it more.
    return Math.min(1, shares.reduce((sum, share, at) => (isHonest(form.labels[at]) ? sum : sum + share), 0));
  }

  #read({ kernel, names, form }: Running, texts: readonly string[]): TextInputs {
    try {
      kernel.read(surfacesToRead({ surfaces: texts.map((text) => ({ name: 'text', text })), cut: false }).surfaces);
      return textInputs(kernel, names, form);
    } finally {
      kernel.wipe();
    }
  }
}

function isHonest(label: ModelLabel | undefined): boolean {
  return HONEST_LABELS.some((honest) => honest === label);
}
