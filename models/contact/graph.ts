import { bucketsOf, SIGNAL_NAMES, SIGNAL_PLACE, type SignalName } from '../../src/contract/contact-signals.ts';
import { SILENCES, STRATA, type ContactScorecard, type Lines, type Silence } from '../../src/contract/contact-scorecard.ts';
import { readOnnx, writeOnnx, type Tensor } from '../build/onnx.ts';

const STRIDE = 8;
const LEVELS = [...STRATA, 'strong'] as const;

/**
 * model.onnx. In: `signals` int64 [36], the bytes of `signalVector`. Out: `points` f32 [1]. The lines and the floor of groups are
 * initializers that no node reads; packing does.
 */
export function contactOnnx(card: ContactScorecard): Uint8Array {
  const f32 = (name: string, values: readonly number[], dims = [values.length]): Tensor => ({ name, dims, type: 'float32', data: Float32Array.from(values) });
  const i64 = (name: string, values: readonly number[]): Tensor => ({ name, dims: [values.length], type: 'int64', data: BigInt64Array.from(values, BigInt) });
  const table = new Array<number>(SIGNAL_NAMES.length * STRIDE).fill(0);
  for (const [name, points] of Object.entries(card.points)) points.forEach((value, bucket) => { table[SIGNAL_PLACE[name as SignalName] * STRIDE + bucket + 1] = value; });
  const sides = (at: 0 | 1): readonly (readonly [number, number])[] => card.pairs.map(({ both }) => [SIGNAL_PLACE[both[at][0]], bucketsOf(both[at][0]).indexOf(both[at][1]) + 1]);
  const side = (at: 0 | 1): readonly Tensor[] => [i64(`places_${at}`, sides(at).map(([place]) => place)), i64(`below_${at}`, sides(at).map(([, from]) => from - 1))];
  const held = (at: 0 | 1): readonly { readonly op: string; readonly inputs: readonly string[]; readonly output: string; readonly attributes?: Readonly<Record<string, number>> }[] => [
    { op: 'Gather', inputs: ['signals', `places_${at}`], output: `bytes_${at}`, attributes: { axis: 0 } },
    { op: 'Greater', inputs: [`bytes_${at}`, `below_${at}`], output: `is_${at}` },
    { op: 'Cast', inputs: [`is_${at}`], output: `held_${at}`, attributes: { to: 1 } },
  ];
  return writeOnnx({
    name: 'contact', doc: 'Additive scorecard: whole points by bucket, and for pairs of buckets. See models/contact/card.md.',
    inputs: [{ name: 'signals', type: 'int64', dims: [SIGNAL_NAMES.length] }], outputs: [{ name: 'points', type: 'float32', dims: [1] }],
    nodes: [
      { op: 'Add', inputs: ['signals', 'offsets'], output: 'cells' },
      { op: 'Gather', inputs: ['table', 'cells'], output: 'singles', attributes: { axis: 0 } },
      { op: 'ReduceSum', inputs: ['singles', 'axis'], output: 'single_sum', attributes: { keepdims: 1 } },
      ...held(0), ...held(1),
      { op: 'Mul', inputs: ['held_0', 'held_1'], output: 'held' },
      { op: 'Mul', inputs: ['held', 'pair_points'], output: 'pairs' },
      { op: 'ReduceSum', inputs: ['pairs', 'axis'], output: 'pair_sum', attributes: { keepdims: 1 } },
      { op: 'Add', inputs: ['single_sum', 'pair_sum'], output: 'points' },
    ],
    initializers: [
      i64('offsets', SIGNAL_NAMES.map((_, place) => place * STRIDE)), f32('table', table), i64('axis', [0]), ...side(0), ...side(1), f32('pair_points', card.pairs.map(({ points }) => points)),
      f32('lines', SILENCES.flatMap((silence) => LEVELS.map((level) => card.lines[silence][level])), [SILENCES.length, LEVELS.length]),
    ],
    metadata: { signals: SIGNAL_NAMES.map((name) => `${name}:${bucketsOf(name).length}`).join(' '), group_floor: String(card.groupFloor) },
  });
}

/** The scorecard that a model holds. @throws {RangeError} a model of other signals, or of another form */
export function packContact(onnx: Uint8Array): ContactScorecard {
  const { tensors, metadata } = readOnnx(onnx);
  if (metadata.get('signals') !== SIGNAL_NAMES.map((name) => `${name}:${bucketsOf(name).length}`).join(' ')) throw new RangeError('The contact model was trained on other signals.');
  const values = (name: string): readonly number[] => {
    const data = tensors.get(name)?.data;
    if (data === undefined) throw new RangeError(`The contact model has no ${name}.`);
    return Array.from(data as ArrayLike<number | bigint>, Number);
  };
  const [table, pairPoints, lines] = [values('table'), values('pair_points'), values('lines')];
  const sides = [0, 1].map((at) => {
    const below = values(`below_${at}`);
    return values(`places_${at}`).map((place, i) => {
      const name = SIGNAL_NAMES[place] as SignalName;
      return [name, bucketsOf(name)[below[i] as number] as string] as const;
    });
  });
  const points = SIGNAL_NAMES.map((name, place) => [name, bucketsOf(name).map((_, bucket) => table[place * STRIDE + bucket + 1] as number)] as const);
  return {
    version: 1, points: Object.fromEntries(points.filter(([, list]) => list.some((value) => value > 0))),
    pairs: pairPoints.map((value, i) => ({ both: [sides[0]?.[i], sides[1]?.[i]] as unknown as ContactScorecard['pairs'][number]['both'], points: value })),
    lines: Object.fromEntries(SILENCES.map((silence, s) => [silence, Object.fromEntries(LEVELS.map((level, l) => [level, lines[s * LEVELS.length + l]]))])) as unknown as Record<Silence, Lines>,
    groupFloor: Number(metadata.get('group_floor')),
  };
}
