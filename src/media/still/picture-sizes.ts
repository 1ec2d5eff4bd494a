// Every picture among the items of an AVIF or HEIC (ISO/IEC 23008-12): coded ones, and grids of coded ones.

import { head, type Box } from '../video/boxes.ts';
import type { Input, Reading } from '../video/input.ts';
import { mustFit, type Size } from '../video/stream-size.ts';
import { CONFIG_BYTES_MAX, PIXELS_MAX, refuse, type VideoFormat } from '../video/video-sample.ts';
import type { CodedSizes } from './coded-sizes.ts';
import { Fields } from './fields.ts';
import type { Items } from './items.ts';

/** Items of pictures, and the property of each that configures its decoder. */
const FORMATS: Readonly<Record<string, readonly [VideoFormat, string]>> = { av01: ['av1', 'av1C'], hvc1: ['hevc', 'hvcC'], hev1: ['hevc', 'hvcC'] };

/** Of what an engine decodes of this file: a row of tiles overhangs a grid by less than a tile, so an honest one stays far below. */
const GRID_PIXELS_MAX = 2 * PIXELS_MAX;

/** @returns in which sizes the primary picture may be given: whole, or as its clean aperture cuts it */
export function* pictureSizes(input: Input, items: Items, coded: CodedSizes): Reading<readonly Size[]> {
  const sizes = new Map<number, Size>();
  for (const [id, type] of items.types) {
    const [format, configName] = FORMATS[type] ?? [];
    if (format === undefined || configName === undefined) continue;
    const size = yield* sizeOf(input, items, id);
    const { from, to } = property(items, id, configName) ?? refuse('damaged');
    if (to - from > CONFIG_BYTES_MAX) refuse('too-big');
    yield* input.have(from, to - from);
    yield* coded.mustBe(size, format, input.bytes(from, to - from), items.places.get(id) ?? refuse('damaged'));
    sizes.set(id, size);
  }
  const grids = new Map<number, Size>();
  for (const [id, type] of items.types) if (type === 'grid') grids.set(id, yield* gridSize(input, items, id, sizes));
  // Anything else that a picture may be made of (an overlay, another codec) is not read here.
  const known = (id: number): Size => sizes.get(id) ?? grids.get(id) ?? refuse('unsupported');
  for (const { type, from, to } of items.references) {
    if (type !== 'auxl') continue;
    const { width, height } = known(from);
    if (!(yield* isAlpha(input, items, from))) continue;
    // It would be scaled to the picture.
    for (const of of to.map(known)) if (of.width !== width || of.height !== height) refuse('damaged');
  }
  const whole = known(items.primary);
  const cut = yield* aperture(input, items, whole);
  return cut === undefined ? [whole] : [whole, cut];
}

/** @throws {Refused} damaged: there are two, of which readers may take the one or the other */
function property(items: Items, id: number, type: string): Box | undefined {
  const [box, another] = (items.properties.get(id) ?? []).filter((one) => one.type === type);
  return another === undefined ? box : refuse('damaged');
}

/** `ispe` */
function* sizeOf(input: Input, items: Items, id: number): Reading<Size> {
  const box = property(items, id, 'ispe') ?? refuse('damaged');
  yield* head(input, box, 12);
  return { width: input.number(box.from + 4, 4), height: input.number(box.from + 8, 4) };
}

/** §6.6.2.3.1: rows and columns of tiles of one size that cover the picture, none of them wholly outside. */
function* gridSize(input: Input, items: Items, id: number, sizes: ReadonlyMap<number, Size>): Reading<Size> {
  const [place, more] = items.places.get(id) ?? [];
  if (place === undefined || more !== undefined) return refuse('unsupported');
  const fields = new Fields(input, { type: 'grid', ...place });
  yield* fields.take(1);
  const bytes = ((yield* fields.take(1)) & 1) === 0 ? 2 : 4;
  const rows = (yield* fields.take(1)) + 1;
  const columns = (yield* fields.take(1)) + 1;
  const size = { width: yield* fields.take(bytes), height: yield* fields.take(bytes) };
  mustFit(size);
  const said = yield* sizeOf(input, items, id);
  const [tiles, others] = items.references.filter(({ type, from }) => type === 'dimg' && from === id);
  const tile = sizes.get(tiles?.to[0] ?? -1) ?? refuse('unsupported');
  if (others !== undefined || tiles?.to.length !== rows * columns || size.width !== said.width || size.height !== said.height) refuse('damaged');
  for (const one of tiles?.to ?? []) {
    const { width, height } = sizes.get(one) ?? refuse('unsupported');
    if (width !== tile.width || height !== tile.height) refuse('damaged');
  }
  if (!covers(tile.width, columns, size.width) || !covers(tile.height, rows, size.height)) refuse('damaged');
  if (tile.width * columns * tile.height * rows > GRID_PIXELS_MAX) refuse('too-big');
  return size;
}

function covers(tile: number, count: number, length: number): boolean {
  return tile * count >= length && tile * (count - 1) < length;
}

/** `auxC`: the alpha of H.265 and of all others; depths and gain maps have sizes of their own. */
function* isAlpha(input: Input, items: Items, id: number): Reading<boolean> {
  const box = property(items, id, 'auxC') ?? refuse('damaged');
  const bytes = Math.min(64, box.to - box.from);
  yield* input.have(box.from, bytes);
  return /alpha|:auxid:1\0/u.test(input.name(box.from, bytes));
}

/** `clap`, where it says whole pixels; as for others, engines round in their ways and the picture comes whole or not at all. */
function* aperture(input: Input, items: Items, { width, height }: Size): Reading<Size | undefined> {
  const box = property(items, items.primary, 'clap');
  if (box === undefined) return undefined;
  const fields = new Fields(input, box);
  const cut = { width: (yield* fields.take(4)) / (yield* fields.take(4)), height: (yield* fields.take(4)) / (yield* fields.take(4)) };
  return cut.width <= width && cut.height <= height ? cut : undefined;
}
