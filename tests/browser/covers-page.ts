import type * as Inward from '../../src/index.ts';
import type { Page } from './harness/index.ts';

export interface SeenCover {
  readonly id: string;
  readonly state: string;
  readonly why: string | undefined;
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the cover's bytes, hexadecimal; empty without one. */
  readonly digest: string;
  readonly size: readonly number[];
  /** RGB in the middle of each sixteenth of the cover's width and height, row by row. */
  readonly dots: readonly (readonly number[])[];
}

/** Makes `safety` in the page, which the other calls use. */
export async function openSafety(page: Page, assets: string, options: object = {}): Promise<string> {
  return page.run(async (folder, more) => {
    const url = '/dist/index.js';
    const { createSafety } = await import(url) as typeof Inward;
    const held = globalThis as unknown as { safety?: Inward.Safety };
    await held.safety?.dispose();
    held.safety = await createSafety({ assets: folder, ...more });
    return held.safety.seal;
  }, assets, options);
}

/** All at once, as a chat that opens would. */
export async function coverAll(
  page: Page, files: readonly Uint8Array[], options: object = {}, type = '',
): Promise<readonly SeenCover[]> {
  return page.run(async (list, given, mime) => {
    const { safety } = globalThis as unknown as { safety: Inward.Safety };
    const covers = await Promise.all(list.map((text, n) => safety.coverMedia(
      `f${n}`, new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], { type: mime }), given)));
    return Promise.all(covers.map(async ({ id, state, why, width, height, cover }) => {
      if (cover === undefined) return { id, state, why, width, height, digest: '', size: [], dots: [] };
      const digest = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', cover.data)), (byte) => byte.toString(16).padStart(2, '0')).join('');
      const dots = Array.from({ length: 256 }, (_, n) => {
        const at = (Math.floor((Math.floor(n / 16) + 0.5) / 16 * cover.height) * cover.width + Math.floor((n % 16 + 0.5) / 16 * cover.width)) * 4;
        return [...cover.data.slice(at, at + 3)];
      });
      return { id, state, why, width, height, digest, size: [cover.width, cover.height], dots };
    }));
  }, files.map((file) => Buffer.from(file).toString('base64')), options, type);
}
