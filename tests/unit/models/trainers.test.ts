import { describe, expect, it } from 'vitest';
import { createRng } from '../../../models/build/rng.ts';
import { SHAPE } from '../../../models/scam/shape.ts';
import { HERE, withTrainers, type ColumnsJob, type NetworkJob, type Trainers } from '../../../models/scam/trainers.ts';

/** Made up: every message asks for a few buckets, and those of the first bucket are of the first kind. */
const COUNT = 60;
const rng = createRng(7);
const ids = Uint16Array.from({ length: COUNT * 4 }, (_, p) => (p % 4 === 0 ? Math.floor(p / 4) % 2 : 2 + p % 4 * 100 + rng.below(100)));
const offsets = Uint32Array.from({ length: COUNT + 1 }, (_, i) => i * 4);
const all = Array.from({ length: COUNT }, (_, i) => i);

const columns: Omit<ColumnsJob, 'kind'> = {
  grams: { count: COUNT, ids, offsets }, targets: Int8Array.from({ length: COUNT * SHAPE.columns }, (_, p) => (Math.floor(p / SHAPE.columns) % 2 === 0 ? 1 : -1)),
  members: all, idf: new Float64Array(SHAPE.buckets).fill(1), recipe: { cost: 0.1, epochs: 3, leastMessages: 1, levels: 2, cut: 0 }, seed: 3,
};
const network: Omit<NetworkJob, 'kind'> = {
  inputs: { count: COUNT, offsets, at: ids.map((id) => id % SHAPE.inputs), values: new Float32Array(COUNT * 4).fill(1) },
  targets: { first: Uint8Array.from(all, (i) => i % 2), last: Uint8Array.from(all, (i) => i % 2), weight: new Float32Array(COUNT).fill(1) },
  members: all, recipe: { hidden: 4, epochs: 3, batch: 8, rate: 0.01, decay: 0, drop: 0.1, seeds: 1 }, seed: 5,
};

async function trained(trainers: Trainers): Promise<readonly string[]> {
  const seeds = [1, 2, 3];
  const [made, nets] = await Promise.all([
    Promise.all(seeds.map((seed) => trainers.columns({ ...columns, seed }))), Promise.all(seeds.map((seed) => trainers.network({ ...network, seed }))),
  ]);
  return [...made.map(({ values, bias }) => [values, bias]), ...nets.map(({ w1, w2 }) => [w1, w2])]
    .map((arrays) => Buffer.concat(arrays.map((array) => Buffer.from(array.buffer))).toString('base64'));
}

describe('trainers', () => {
  it('give the same bytes in threads as one after the other, in the order asked for', async () => {
    const here = await trained(HERE);
    expect(new Set(here).size).toBe(6);
    expect(await withTrainers(trained, 2)).toEqual(here);
  });

  it('end with what went wrong in a thread, whatever waits behind it', async () => {
    const broken = { ...columns, grams: { ...columns.grams, ids: undefined as never } };
    await expect(withTrainers((trainers) => Promise.all([trainers.columns(broken), trainers.columns(columns)]), 1)).rejects.toThrow(TypeError);
  });
});
