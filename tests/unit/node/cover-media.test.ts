import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSafety } from '../../../src/node/index.ts';
import type { Safety } from '../../../src/contract/safety.ts';
import { makeMp4 } from '../../fixtures/media/containers.ts';
import { joined } from '../../fixtures/media/edits.ts';
import { withIspe } from '../../fixtures/media/heif-file.ts';
import { makeJpeg } from '../../fixtures/media/jpeg.ts';
import { makeImageKernel } from '../../fixtures/media/kernels.ts';
import { grainy } from '../../fixtures/media/pixels.ts';
import { blackPng } from '../../fixtures/media/png.ts';
import { stillFile } from '../../fixtures/media/still-files.ts';

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

  /** A file that ends no read, but tells the one who waits for it that it was asked. */
  function endless(): { readonly file: Blob; readonly asked: Promise<void>; end(): void } {
    const file = blob(jpeg);
    let end = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      file.slice = () => ({ arrayBuffer: () => {
        resolve();
        return new Promise((done) => { end = () => { done(Uint8Array.from(jpeg).buffer); }; });
      } }) as unknown as Blob;
    });
    return { file, asked, end: () => { end(); } };
  }

  it('gives up a file that is never read to its end, with the tile and its code; those behind it get their covers', async () => {
    const quick = await createSafety({ deadlineMs: 1_500 });
    const { cover: wanted } = await quick.coverMedia('first', blob(jpeg));
    const hung = endless();
    const [late, next] = await Promise.all([quick.coverMedia('hung', hung.file), quick.coverMedia('next', blob(jpeg))]);
    expect(late).toEqual({ id: 'hung', state: 'neutral', why: 'deadline', width: 0, height: 0, cover: undefined });
    expect(next).toEqual({ id: 'next', state: 'picture', width: 90, height: 60, cover: wanted });
    // Its bytes come after all, between two reads of another file: that one is none the worse for it.
    const comment = joined(Uint8Array.of(0xff, 0xfe, 0xff, 0xff), new Uint8Array(65_533));
    const long = blob(joined(jpeg.subarray(0, 2), ...Array.from({ length: 70 }, () => comment), jpeg.subarray(2)));
    let reads = 0;
    const slice = long.slice.bind(long);
    long.slice = (from, to) => ({ arrayBuffer: async () => {
      if (++reads === 2) {
        hung.end();
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
      return slice(from, to).arrayBuffer();
    } }) as unknown as Blob;
    expect((await quick.coverMedia('again', long)).cover).toEqual(wanted);
    expect(reads).toBeGreaterThan(1);
    await quick.dispose();
  });

  it('disposed, it settles the file that is being read', async () => {
    const gone = await createSafety({ deadlineMs: 600_000 });
    const { file, asked } = endless();
    const cover = gone.coverMedia('a', file);
    await asked;
    await gone.dispose();
    expect((await cover).why).toBe('disposed');
  });

  it('says of an AVIF what is wrong with it, where that is read without a decoder', async () => {
    const whys = await Promise.all([stillFile('half'), withIspe(stillFile('half'), [480, 320], [48, 32])].map(async (file, n) => (await safety.coverMedia(`${n}`, blob(file))).why));
    expect(whys).toEqual(['undecodable-here', 'damaged']);
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
