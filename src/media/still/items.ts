// The items of `meta` (ISO/IEC 14496-12 §8.11): which there are, where their bytes lie, what is said of them, and which belong together.

import { boxAt, type Box } from '../video/boxes.ts';
import type { Input, Reading } from '../video/input.ts';
import { refuse } from '../video/video-sample.ts';
import { oneOfEach, only } from './boxes-by-type.ts';
import { Fields } from './fields.ts';

export interface Extent { readonly from: number; readonly to: number }

export interface Reference { readonly type: string; readonly from: number; readonly to: readonly number[] }

export interface Items {
  readonly primary: number;
  /** Four letters of each item, by its number. */
  readonly types: ReadonlyMap<number, string>;
  readonly places: ReadonlyMap<number, readonly Extent[]>;
  /** Boxes of `ipco` that each item has. */
  readonly properties: ReadonlyMap<number, readonly Box[]>;
  readonly references: readonly Reference[];
}

/** @param meta a full box: its version stands before its boxes */
export function* readItems(input: Input, meta: Box): Reading<Items> {
  const boxes = yield* oneOfEach(input, meta.from + 4, meta.to, ['pitm', 'iinf', 'iloc', 'iprp', 'iref', 'idat']);
  const properties = only(boxes, 'iprp');
  const inside = yield* oneOfEach(input, properties.from, properties.to, ['ipco', 'ipma']);
  const pitm = yield* full(input, only(boxes, 'pitm'));
  return {
    primary: yield* pitm.fields.take(pitm.version === 0 ? 2 : 4),
    types: yield* readTypes(input, only(boxes, 'iinf')),
    places: yield* readPlaces(input, only(boxes, 'iloc'), boxes.get('idat')),
    properties: yield* readProperties(input, only(inside, 'ipco'), only(inside, 'ipma')),
    references: boxes.has('iref') ? yield* readReferences(input, only(boxes, 'iref')) : [],
  };
}

interface Full { readonly version: number; readonly flags: number; readonly fields: Fields }

function* full(input: Input, box: Box): Reading<Full> {
  const fields = new Fields(input, box);
  return { version: yield* fields.take(1), flags: yield* fields.take(3), fields };
}

/** An item said twice would be read by one reader so and by another so. */
function add<T>(map: Map<number, T>, id: number, value: T): void {
  if (map.has(id)) refuse('damaged');
  map.set(id, value);
}

/** `iinf` */
function* readTypes(input: Input, box: Box): Reading<Items['types']> {
  const types = new Map<number, string>();
  const { version, fields } = yield* full(input, box);
  yield* fields.take(version === 0 ? 2 : 4);
  for (let at = fields.at; at + 8 <= box.to;) {
    const infe = yield* boxAt(input, at, box.to);
    const entry = yield* full(input, infe);
    // Older ones have no type; and what is protected is not read.
    if (infe.type !== 'infe' || entry.version < 2 || entry.version > 3) refuse('unsupported');
    const id = yield* entry.fields.take(entry.version === 2 ? 2 : 4);
    if ((yield* entry.fields.take(2)) !== 0) refuse('unsupported');
    add(types, id, yield* entry.fields.name());
    at = infe.to;
  }
  return types;
}

/** `iloc` */
function* readPlaces(input: Input, box: Box, idat: Box | undefined): Reading<Items['places']> {
  const places = new Map<number, readonly Extent[]>();
  const { version, fields } = yield* full(input, box);
  if (version > 2) refuse('unsupported');
  const lengths = yield* fields.take(2);
  const [offsetBytes, lengthBytes, baseBytes, indexBytes] = [lengths >> 12, lengths >> 8 & 15, lengths >> 4 & 15, version > 0 ? lengths & 15 : 0];
  for (let left = yield* fields.take(version < 2 ? 2 : 4); left > 0; left--) {
    input.step();
    const id = yield* fields.take(version < 2 ? 2 : 4);
    // 0: in the file; 1: in `idat`; 2: in another item
    const method = version > 0 ? (yield* fields.take(2)) & 15 : 0;
    if ((yield* fields.take(2)) !== 0 || method > 1) refuse('unsupported');
    const start = (yield* fields.take(baseBytes)) + (method === 0 ? 0 : idat?.from ?? refuse('damaged'));
    const extents: Extent[] = [];
    for (let parts = yield* fields.take(2); parts > 0; parts--) {
      input.step();
      yield* fields.take(indexBytes);
      const from = start + (yield* fields.take(offsetBytes));
      const to = from + (yield* fields.take(lengthBytes));
      if (method === 1 && to > (idat?.to ?? 0)) refuse('damaged');
      extents.push({ from, to });
    }
    add(places, id, extents);
  }
  return places;
}

/** `ipco` and `ipma` (ISO/IEC 23008-12 §9.3) */
function* readProperties(input: Input, ipco: Box, ipma: Box): Reading<Items['properties']> {
  const boxes: Box[] = [];
  for (let at = ipco.from; at + 8 <= ipco.to;) {
    const box = yield* boxAt(input, at, ipco.to);
    boxes.push(box);
    at = box.to;
  }
  const properties = new Map<number, readonly Box[]>();
  const { version, flags, fields } = yield* full(input, ipma);
  const isLong = (flags & 1) !== 0;
  for (let left = yield* fields.take(4); left > 0; left--) {
    input.step();
    const id = yield* fields.take(version < 1 ? 2 : 4);
    const list: Box[] = [];
    for (let count = yield* fields.take(1); count > 0; count--) {
      input.step();
      // The highest bit: a reader must know it. 0: none
      const index = (yield* fields.take(isLong ? 2 : 1)) & (isLong ? 0x7fff : 0x7f);
      if (index > 0) list.push(boxes[index - 1] ?? refuse('damaged'));
    }
    add(properties, id, list);
  }
  return properties;
}

/** `iref` */
function* readReferences(input: Input, box: Box): Reading<Items['references']> {
  const references: Reference[] = [];
  const { version, fields } = yield* full(input, box);
  const idBytes = version === 0 ? 2 : 4;
  for (let at = fields.at; at + 8 <= box.to;) {
    const one = yield* boxAt(input, at, box.to);
    const numbers = new Fields(input, one);
    const from = yield* numbers.take(idBytes);
    const to: number[] = [];
    for (let left = yield* numbers.take(2); left > 0; left--) {
      input.step();
      to.push(yield* numbers.take(idBytes));
    }
    references.push({ type: one.type, from, to });
    at = one.to;
  }
  return references;
}
