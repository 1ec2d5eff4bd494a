import { KEPT_NAMES } from '../../../src/worker/seal-globals.ts';
import { lookAtWorker } from './kept-worker.ts';

/** Everything that ONNX Runtime's code hands out, in the file that ships: bound to its stand-ins by the build's own plug-in. */
async function made(): Promise<Readonly<Record<string, unknown>>> {
  const runtime = await import('onnxruntime-web/wasm') as unknown as Readonly<Record<string, unknown>>;
  const { Tensor, InferenceSession, env } = runtime as unknown as typeof import('onnxruntime-web');
  env.wasm.numThreads = 1;
  // Told to load its own code and a model by address, which nothing of ours does; the control waits for a server, so not for long.
  const error = await Promise.race([InferenceSession.create('/leak/model.onnx', { executionProviders: ['wasm'] }).catch((thrown: unknown) => thrown), aMoment()]);
  return { runtime: { ...runtime }, tensor: new Tensor('int32', Int32Array.of(1), [1]), error };
}

/** There is no timer any more. */
async function aMoment(): Promise<undefined> {
  for (let turn = 0; turn < 10_000; turn += 1) await Promise.resolve();
  return undefined;
}

lookAtWorker(KEPT_NAMES, made);
