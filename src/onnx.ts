/** `inward/onnx`: a text model of the host's own in place of the built-in scam scorer (docs/onnx.md). Importing has no effect. */
export { onnxTextModel, type OnnxTextModel } from './host/onnx-model.ts';
export type { HostModels, LanguagePoints, ModelLabel, ModelLanguage, ModelPoints, TextModel } from './contract/host-model.ts';
