import { beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../../build/version.gen.ts';
import { ChainEngine } from '../../../src/worker/chain-engine.ts';
import { toZawgyi } from '../../../models/scam/zawgyi.ts';
import { BURMESE_LETTER, CHAIN_LETTER, chainItem, NOW } from '../../fixtures/chain.ts';
import { chainAssets, makeSketchKernel, SECRET } from '../../fixtures/sketch-kernel.ts';

const SALT = Uint8Array.from({ length: 16 }, (_, n) => 255 - n);
const PRAYER = 'May the road rise to meet you and the wind be always at your back, may rain fall soft upon your fields until we meet again, says my grandmother.';

let engine: ChainEngine;
const started = async (isPublic: boolean, secret = SALT): Promise<ChainEngine> => {
  const made = new ChainEngine();
  await made.start({ version: VERSION, assets: chainAssets(), secret: secret.slice(), isPublic, records: [], now: NOW });
  return made;
};
beforeAll(async () => { engine = await started(true); });

describe('sketches for a report', () => {
  it('are those of the kernel under that salt, and of nothing that was said before', async () => {
    const kernel = makeSketchKernel('simd', SALT);
    const size = kernel.sketch(CHAIN_LETTER);
    const [made] = await engine.sketch([CHAIN_LETTER]);
    expect(made).toEqual({ size, sketch: kernel.bytes(), near: [] });
    expect((await engine.sketch([PRAYER, CHAIN_LETTER]))[1]).toEqual(made);
    expect((await (await started(true, SECRET)).sketch([CHAIN_LETTER]))[0]?.sketch).not.toEqual(made?.sketch);
  });

  it('name the texts before that a text is a near-copy of, and none where there are too few letters', async () => {
    const sketched = await engine.sketch([CHAIN_LETTER, '😱 '.repeat(60), PRAYER, `Read this, all of you! ${CHAIN_LETTER}`, CHAIN_LETTER.replace('Friday', 'Sunday')]);
    expect(sketched.map((one) => one?.near)).toEqual([[], undefined, [], [0], [0, 3]]);
  });

  it('are near where one text is written in Zawgyi and in Unicode', async () => {
    expect(toZawgyi(BURMESE_LETTER)).not.toBe(BURMESE_LETTER);
    expect((await engine.sketch([BURMESE_LETTER, toZawgyi(BURMESE_LETTER)])).map((one) => one?.near)).toEqual([[], [0]]);
  });

  it('never come of the secret of the installation, and an engine for reports watches nothing', async () => {
    const watching = await started(false, SECRET);
    await watching.see([chainItem(CHAIN_LETTER)]);
    await expect(watching.sketch([CHAIN_LETTER])).rejects.toMatchObject({ code: 'wrong-scope' });
    await expect(engine.see([chainItem(CHAIN_LETTER)])).rejects.toMatchObject({ code: 'wrong-scope' });
    await expect(engine.forget({ everything: true })).rejects.toMatchObject({ code: 'wrong-scope' });
    await expect(engine.replay([])).rejects.toMatchObject({ code: 'wrong-scope' });
    await expect(new ChainEngine().sketch([CHAIN_LETTER])).rejects.toMatchObject({ code: 'worker-failed' });
  });
});
