import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Inward from '../../src/index.ts';
import { makeVideoMp4, vp8Frame } from '../fixtures/media/mp4-file.ts';
import { kindOf, PROBED, readWhole, videoFile } from '../fixtures/media/videos.ts';
import { coverAll, openSafety, type SeenCover } from './covers-page.ts';
import { describeEngines, type Page, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

// Which codecs a browser decodes is its own matter, and the frame form's worker may have no decoder at all (docs/seal.md). So each
// engine is asked first, in a worker of the same form that is not ours; then every file has a cover, or a neutral tile, as it said.

const NAMES = Object.keys(PROBED);

const CODECS = Object.fromEntries(NAMES.map((name) => {
  const { reading } = readWhole(kindOf(name), videoFile(name));
  return [name, reading.answer === 'sample' ? { codec: reading.codec, description: reading.description === undefined ? null : [...reading.description] } : null];
}));

/** Which of the codecs a worker of this page, or of a sandboxed frame of it, says it decodes. */
function decodable(page: Page, isFrame: boolean): Promise<readonly boolean[]> {
  return page.run(async (list, inFrame) => {
    const worker = `onmessage = async ({ data }) => postMessage(await Promise.all(data.map(async (one) => {
      if (typeof VideoDecoder === 'undefined' || one === null) return false;
      const config = { codec: one.codec, ...(one.description === null ? {} : { description: Uint8Array.from(one.description) }) };
      return (await VideoDecoder.isConfigSupported(config).catch(() => ({}))).supported === true;
    })))`;
    const start = `const w = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(worker)}], { type: 'text/javascript' })));
      w.onmessage = ({ data }) => done(data); w.postMessage(${JSON.stringify(list)});`;
    if (!inFrame) return new Promise<readonly boolean[]>((resolve) => { new Function('done', start)(resolve); });
    return new Promise<readonly boolean[]>((resolve) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts');
      frame.srcdoc = `<script>const done = (data) => parent.postMessage({ decodable: data }, '*'); ${start}</script>`;
      addEventListener('message', function told({ data }: MessageEvent<{ decodable?: readonly boolean[] }>) {
        if (data.decodable === undefined) return;
        removeEventListener('message', told);
        frame.remove();
        resolve(data.decodable);
      });
      document.body.append(frame);
    });
  }, Object.values(CODECS), isFrame);
}

const [RED, GREEN, BLUE, WHITE] = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]] as const;
/** The four corners as they are shown, from the top left to the bottom right. */
const CORNERS: Readonly<Record<number, readonly (readonly number[])[]>> = {
  0: [RED, GREEN, BLUE, WHITE], 90: [BLUE, RED, WHITE, GREEN], 180: [WHITE, BLUE, GREEN, RED], 270: [GREEN, WHITE, RED, BLUE],
};

function expectFields(cover: SeenCover | undefined, rotation: number): void {
  const turned = rotation % 180 !== 0;
  expect(cover).toMatchObject({ state: 'picture', width: turned ? 64 : 96, height: turned ? 96 : 64, size: turned ? [213, 320] : [320, 213] });
  [0, 15, 240, 255].forEach((dot, corner) => {
    const seen = cover?.dots[dot] ?? [];
    const wanted = CORNERS[rotation]?.[corner] ?? [];
    // Engines turn colours of video into RGB each in their own way; the later frames are grey.
    expect(Math.max(...wanted.map((level, i) => Math.abs(level - (seen[i] ?? -999)))), `corner ${corner}: ${seen.join()}`).toBeLessThan(60);
  });
}

const vp8 = videoFile('vp8.webm');
const spoilt = videoFile('vp8.webm');
spoilt.fill(0xa5, (PROBED['vp8.webm']?.at ?? 0) + 12, (PROBED['vp8.webm']?.at ?? 0) + 60);
const HOSTILE: readonly (readonly [string, readonly string[], Uint8Array])[] = [
  ['a WebM that is cut within its first picture', ['damaged'], vp8.subarray(0, 430)],
  ['an MP4 without an index', ['damaged'], videoFile('vp9.mp4').subarray(0, 300)],
  ['a picture of 268 million pixels in a container that says 64 × 48', ['too-big'], makeVideoMp4({ picture: vp8Frame(16_383, 16_383) }).file],
  ['a picture that is no picture', ['undecodable'], makeVideoMp4({ chunks: [[400]] }).file],
  ['an encrypted track', ['undecodable'], makeVideoMp4({ entry: 'encv' }).file],
];

let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

describeEngines('covers of videos', (engine) => {
  describe.each([['/exact/', 'header'], ['/none/', 'frame']] as const)('from %s, the %s form', (assets, form) => {
    let page: Page;
    let can: readonly boolean[] = [];
    beforeAll(async () => {
      page = await engine.open(`${server.origin}/`);
      expect(await openSafety(page, assets)).toBe(form);
      can = await decodable(page, form === 'frame');
      // Built into it; else this file could pass without one cover.
      if (engine.name === 'chromium' && form === 'header') for (const name of ['vp8.webm', 'vp9.webm', 'av1.mp4']) expect(can[NAMES.indexOf(name)]).toBe(true);
    });

    it('show the first frame where the engine decodes it, turned as the file says, and nothing where it does not', async () => {
      const seen = await coverAll(page, NAMES.map(videoFile));
      NAMES.forEach((name, i) => {
        if (can[i] === true) expectFields(seen[i], PROBED[name]?.rotation ?? 0);
        else expect(seen[i], name).toMatchObject({ state: 'neutral', why: 'undecodable', digest: '' });
      });
    });

    it('are made of a video of 70 MB as of a short one', async () => {
      const file = videoFile('vp9.mp4');
      const head = Buffer.from(file).indexOf('mdat') - 4;
      const gap = 70_000_000;
      const moved = file.slice();
      const offset = Buffer.from(file).indexOf('stco') + 12;
      new DataView(moved.buffer).setUint32(offset, new DataView(moved.buffer).getUint32(offset) + gap);
      const cover = await page.run(async (text, at, bytes) => {
        const { safety } = globalThis as unknown as { safety: Inward.Safety };
        const all = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        const free = new Uint8Array(bytes);
        new DataView(free.buffer).setUint32(0, bytes);
        free.set([0x66, 0x72, 0x65, 0x65], 4);
        const long = await safety.coverMedia('long', new Blob([all.subarray(0, at), free, all.subarray(at)]));
        const notVideo = await safety.coverMedia('none', new Blob([free]));
        return { state: long.state, why: long.why, width: long.width, other: notVideo.why };
      }, Buffer.from(moved).toString('base64'), head, gap);
      const isThere = can[NAMES.indexOf('vp9.mp4')] === true;
      expect(cover).toEqual({ state: isThere ? 'picture' : 'neutral', ...(isThere ? {} : { why: 'undecodable' }), width: isThere ? 96 : 0, other: 'too-big' });
    });

    it('come for forty videos at once: no frame is held back', async () => {
      const seen = await coverAll(page, Array.from({ length: 40 }, () => vp8));
      expect(new Set(seen.map(({ state }) => state))).toEqual(new Set([can[NAMES.indexOf('vp8.webm')] === true ? 'picture' : 'neutral']));
    });

    it.each(HOSTILE)('there is none of %s', async (_name, reasons, file) => {
      const [cover] = await coverAll(page, [file]);
      expect(cover).toMatchObject({ state: 'neutral', digest: '', size: [] });
      expect(reasons).toContain(cover?.why);
    });

    it('a picture that was spoilt ends with some cover or none, and the next video has its own', async () => {
      const [cover, next] = await coverAll(page, [spoilt, vp8]);
      expect(['picture', 'neutral']).toContain(cover?.state);
      expect(next?.state).toBe(can[NAMES.indexOf('vp8.webm')] === true ? 'picture' : 'neutral');
    });
  });
});
