import { ONNX_METHODS } from '../contract/host-model.ts';
import { OnnxEngine } from './onnx-engine.ts';
import { runWorker } from './run-worker.ts';
import { KEPT_NAMES } from './seal-globals.ts';
import { wireEngine } from './wire.ts';

/** `worker-onnx.js` and `worker-onnx.classic.js`, which a page asks for with a host's own model. The text worker's table of names: none more. */
runWorker(wireEngine(new OnnxEngine(), ONNX_METHODS), KEPT_NAMES);
