import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Calibrations } from './calibration.ts';
import { contactOnnx } from './graph.ts';
import { RECIPE, trainContact } from './train.ts';
import { writeContactVectors } from './vectors.ts';

export const CONTACT_FOLDER = new URL('./', import.meta.url);

/** models/contact/manifest.json: what stands beside the weights. */
export interface ContactManifest {
  readonly name: 'contact';
  readonly input: string;
  readonly output: string;
  readonly modelSha256: string;
  /** SHA-256 of the rates and worlds that it was trained on, as files. */
  readonly simulatorSha256: string;
  readonly recipe: Readonly<Record<string, unknown>>;
  readonly states: number;
  readonly calibrations: Calibrations;
}

export function readContactManifest(): ContactManifest {
  return JSON.parse(readFileSync(new URL('manifest.json', CONTACT_FOLDER), 'utf8')) as ContactManifest;
}

/** Over the files of the simulator that hold numbers. */
export function simulatorSha256(): string {
  const hash = createHash('sha256');
  for (const name of ['rates', 'tactics', 'worlds']) hash.update(readFileSync(new URL(`simulator/${name}.ts`, CONTACT_FOLDER)));
  return hash.digest('hex');
}

/** Trains and writes model.onnx, manifest.json and vectors.tsv. The simulator is all the data there is; the same files give the same bytes. */
export function buildContact(say: (line: string) => void): void {
  const { card, calibrations, rows } = trainContact(say);
  const onnx = contactOnnx(card);
  const manifest: ContactManifest = {
    name: 'contact', input: 'signals int64 [36], bytes of signalVector', output: 'points float32 [1]',
    modelSha256: createHash('sha256').update(onnx).digest('hex'), simulatorSha256: simulatorSha256(), recipe: { ...RECIPE }, states: rows, calibrations,
  };
  writeFileSync(new URL('model.onnx', CONTACT_FOLDER), onnx);
  writeFileSync(new URL('manifest.json', CONTACT_FOLDER), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(new URL('vectors.tsv', CONTACT_FOLDER), writeContactVectors(card));
  say(`model.onnx ${onnx.length} bytes, SHA-256 ${manifest.modelSha256}`);
}
