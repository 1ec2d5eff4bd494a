import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSafety } from '../../../src/node/index.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { makeMp4 } from '../../fixtures/media/containers.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { makeImageKernel } from '../../fixtures/media/kernels.ts';
import { grainy } from '../../fixtures/media/pixels.ts';
import { blackPng } from '../../fixtures/media/png.ts';

const jpeg = makeJpeg({ width: 90, height: 60, progressive: 1 }, grainy(90, 60, 4));
const blob = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)]);

let safety: Safety;
beforeAll(async () => { safety = await createSafety(); });
afterAll(() => safety.dispose());

describe('coverMedia in Node', () => {
  it('gives JPEGs their grid and names its kernel', async () => {
    const kernel = makeImageKernel('scalar');
    kernel.readFile(jpeg);
    expect(await safety.coverMedia('a', blob(jpeg))).toEqual({ id: 'a', state: 'picture', width: 90, height: 60, cover: kernel.cover() });
    expect(safety.about().assets.map(({ name }) => name)).toContain('image.bin');
  });

  it('says that others need a browser, unless something is wrong with them', async () => {
    const whys = await Promise.all([blackPng(9, 9), makeMp4(['isom', 'avc1']), blackPng(16_000, 16_000), jpeg.subarray(0, 100)].map(async (file, n) => (await safety.coverMedia(`${n}`, blob(file))).why));
    expect(whys).toEqual(['undecodable-here', 'undecodable-here', 'too-big', 'damaged']);
  });

  it('does as told whatever the setting: what a verdict covers is the verdict’s matter', async () => {
    const open = await createSafety({ settings: { ...safety.settings, requests: { ...safety.settings.requests, coverMedia: false } } });
    expect((await open.coverMedia('a', blob(jpeg))).state).toBe('picture');
    await open.dispose();
    expect((await open.coverMedia('a', blob(jpeg))).why).toBe('disposed');
  });

  it('rejects what is no file', async () => {
    await expect(safety.coverMedia('a', jpeg as unknown as Blob)).rejects.toBeInstanceOf(TypeError);
  });

  it('without its kernel it gives the tile', async () => {
    const bare = await createSafety({ assets: import.meta.dirname, settings: { ...safety.settings, notices: 'off', requests: { ...safety.settings.requests, inertLinks: false }, hiddenWords: { enabled: false, words: [], lists: [], allow: [] } } });
    expect((await bare.coverMedia('a', blob(jpeg))).why).toBe('asset-unavailable');
    await bare.dispose();
  });
});
