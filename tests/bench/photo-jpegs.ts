import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encode, { init } from '@jsquash/jpeg/encode.js';
import type { Photo } from './photo.ts';

export type PhotoForm = 'baseline' | 'progressive';

/** Quality as phones choose it, 4:2:0, quantised by the tables of T.81 Annex K. */
const COMMON = { quality: 90, quant_table: 0, auto_subsample: false, chroma_subsample: 2 } as const;

/**
 * JPEGs by mozjpeg, which none of those who are measured brings along: baseline with the standard's Huffman tables, as cameras
 * write them, and progressive with tables of its own, as the web does. About two seconds each.
 */
export async function photoJpegs({ width, height, data }: Photo): Promise<Readonly<Record<PhotoForm, Uint8Array>>> {
  const wasm = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  await init(new WebAssembly.Module(readFileSync(wasm)));
  const picture = { width, height, data, colorSpace: 'srgb' } as ImageData;
  const bytes = async (options: object): Promise<Uint8Array> => new Uint8Array(await encode(picture, { ...COMMON, ...options }));
  return {
    baseline: await bytes({ baseline: true, progressive: false, optimize_coding: false }),
    progressive: await bytes({ progressive: true, optimize_coding: true }),
  };
}
