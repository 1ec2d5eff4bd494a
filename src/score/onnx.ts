import { SafetyError } from '../contract/errors.ts';

/** One value on its way in or out: row-major. */
export interface Tensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: unknown;
}

interface ValueFacts {
  readonly name: string;
  readonly isTensor: boolean;
  readonly type?: string;
  /** A free dimension is a string, or negative. */
  readonly shape?: readonly (number | string)[];
}

/** The part of an inference session that is used here. */
interface Session {
  readonly inputMetadata: readonly ValueFacts[];
  readonly outputMetadata: readonly ValueFacts[];
  release(): Promise<void>;
  run(feeds: Readonly<Record<string, Tensor>>, fetches: readonly string[], options: object): Promise<Readonly<Record<string, Tensor>>>;
}

interface Runtime {
  readonly env: { logLevel: string; readonly wasm: { numThreads: number; wasmBinary?: Uint8Array | undefined } };
  readonly Tensor: new (type: string, data: BigInt64Array | Float32Array | Int32Array, dims: readonly number[]) => Tensor;
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
}

/** Inputs a text model may have, by name, with the type of each. */
export const INPUT_TYPES = {
  units: 'int32', ids: 'int64', dense: 'float32', concepts: 'float32', language: 'float32', grams: 'int64',
} as const;
export type InputName = keyof typeof INPUT_TYPES;
/** What a message gives for them. */
export type Inputs = Readonly<Record<InputName, BigInt64Array | Float32Array | Int32Array>>;

/** A model in force. */
export interface Scorer {
  /** @returns its shares, each 0–1, in the order of its labels @throws {SafetyError} model-invalid, worker-failed */
  shares(inputs: Inputs): Promise<readonly number[]>;
  /** Gives its memory back. */
  close(): Promise<void>;
}

/** What it would log quotes what it was reading. */
const SILENT = { logSeverityLevel: 4 };
/** Rounding of a softmax in f32; more is no share. */
const TOLERANCE = 1e-5;

/**
 * Starts ONNX Runtime on one thread and loads the model. The only place that knows `onnxruntime-web`, and of it only the build
 * for the CPU (research/stack.md §3). 0.5 to 1.3 s; some 90 MB. Loaded when it is called: in Node the package may be absent.
 * @param wasm its code, verified; not kept @param count of the shares
 * @throws {SafetyError} no-wasm: it cannot be started here; model-invalid: no model that it takes, or of another form
 */
export async function openScorer(wasm: ArrayBuffer, model: ArrayBuffer, count: number): Promise<Scorer> {
  const runtime = await import('onnxruntime-web/wasm').catch(() => { throw notHere(); }) as unknown as Runtime;
  const { env } = runtime;
  env.logLevel = 'fatal';
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = new Uint8Array(wasm);
  let session: Session;
  try {
    session = await runtime.InferenceSession.create(new Uint8Array(model), {
      executionProviders: ['wasm'], graphOptimizationLevel: 'extended', ...SILENT,
    });
  } catch (error) {
    // It starts with the first session, and says so in words alone.
    throw String(error).includes('no available backend') ? notHere() : invalid();
  } finally {
    env.wasm.wasmBinary = undefined;
  }
  const names = inputsOf(session);
  const output = outputOf(session);
  return {
    async shares(inputs) {
      const feeds = Object.fromEntries(names.map((name) => [name, new runtime.Tensor(INPUT_TYPES[name], inputs[name], [inputs[name].length])]));
      let answer: Tensor | undefined;
      try {
        answer = (await session.run(feeds, [output], SILENT))[output];
      } catch (error) {
        throw isTrap(error) ? new SafetyError('worker-failed', 'ONNX Runtime stopped.') : invalid();
      }
      return checked(answer, count);
    },
    close: () => session.release(),
  };
}

function inputsOf({ inputMetadata }: Session): readonly InputName[] {
  if (inputMetadata.length === 0) throw invalid();
  return inputMetadata.map(({ name, isTensor, type, shape }) => {
    const known = Object.hasOwn(INPUT_TYPES, name) ? name as InputName : undefined;
    const [length = 0] = shape ?? [];
    const takesAny = typeof length === 'string' || length < 0;
    if (known === undefined || !isTensor || type !== INPUT_TYPES[known] || shape?.length !== 1 || (type !== 'float32' && !takesAny)) throw invalid();
    return known;
  });
}

/** The output of that name, else the only one. */
function outputOf({ outputMetadata }: Session): string {
  const output = outputMetadata.find(({ name }) => name === 'shares') ?? (outputMetadata.length === 1 ? outputMetadata[0] : undefined);
  if (output?.isTensor !== true || output.type !== 'float32') throw invalid();
  return output.name;
}

function checked(answer: Tensor | undefined, count: number): readonly number[] {
  if (!(answer?.data instanceof Float32Array) || answer.data.length !== count) throw invalid();
  return Array.from(answer.data, (share) => {
    // Written so that NaN is refused.
    if (!(share >= -TOLERANCE && share <= 1 + TOLERANCE)) throw invalid();
    return Math.min(Math.max(share, 0), 1);
  });
}

/** Its code ran into the ground; after that no call of it means anything. */
function isTrap(error: unknown): boolean {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: { readonly RuntimeError: new () => Error } };
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

function notHere(): SafetyError {
  return new SafetyError('no-wasm', 'ONNX Runtime could not be started here.');
}

function invalid(): SafetyError {
  return new SafetyError('model-invalid', 'The host\'s model, or its answer, is not of the form that docs/onnx.md describes.');
}
