import type { Plane } from './jpeg-cells.ts';

export type Refusal = 'too-big' | 'unsupported' | 'damaged';

/** Ends the reading with an answer. */
export class Refused extends Error {
  readonly answer: Refusal;

  constructor(answer: Refusal) {
    super(answer);
    this.answer = answer;
  }
}

/** Symbols by their codes, written as digits. */
export type HuffmanTable = ReadonlyMap<string, number>;

export interface Component extends Plane {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly table: number;
  step: number;
  /** Lowest bit of the DC values that came; −1 before the first scan. */
  lowestBit: number;
  before: number;
  readonly blocks: (number | undefined)[][];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  readonly isProgressive: boolean;
  readonly components: readonly Component[];
}

/** Bits up to the next marker or the file's end, zeros behind them. */
export interface Bits {
  read(): 0 | 1;
  /** Bits not read yet; negative where more were read than there are. */
  readonly left: number;
  /** Offset of the marker that ends them. */
  readonly next: number;
}

export function bitsFrom(file: Uint8Array, from: number): Bits {
  const bytes: number[] = [];
  let at = from;
  while (at < file.length && (file[at] !== 0xff || file[at + 1] === 0)) {
    bytes.push(file[at] ?? 0);
    at += file[at] === 0xff ? 2 : 1;
  }
  let taken = 0;
  return {
    read() {
      const bit = (bytes[taken >> 3] ?? 0) >> (7 - (taken & 7)) & 1;
      taken++;
      return bit as 0 | 1;
    },
    get left() { return bytes.length * 8 - taken; },
    next: at,
  };
}

/** The bits ended before the MCU did. */
const CUT = Symbol('cut');

function symbolOf(table: HuffmanTable, bits: Bits): number {
  const { left } = bits;
  for (let code = ''; code.length < 16;) {
    code += bits.read();
    const symbol = table.get(code);
    if (symbol !== undefined) return symbol;
  }
  if (left < 16) throw CUT;
  throw new Refused('damaged');
}

/** T.81 F.2.2.1, EXTEND. */
function valueOf(size: number, bits: Bits): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 2 + bits.read();
  return size > 0 && value < 2 ** (size - 1) ? value - 2 ** size + 1 : value;
}

interface Scan {
  readonly mcus: number;
  restart(): void;
  /** @returns false where the bits ended within the MCU: nothing of it counts */
  decode(mcu: number, bits: Bits): boolean;
}

interface Member { readonly component: Component; readonly dc: HuffmanTable | undefined; readonly ac: HuffmanTable | undefined }

/** The scan that a SOS segment announces; `undefined` for one of AC values. */
export function scanOf(
  frame: Frame, segment: Uint8Array, dcTables: readonly (HuffmanTable | undefined)[], acTables: readonly (HuffmanTable | undefined)[],
  steps: readonly (number | undefined)[],
): Scan | undefined {
  const { isProgressive } = frame;
  const count = segment[0] ?? 0;
  if (count < 1 || count > frame.components.length || segment.length !== 2 * count + 4) throw new Refused('damaged');
  const [first, , bitsByte = 0] = segment.subarray(1 + 2 * count);
  if (isProgressive && first !== 0) return undefined;
  const bit = isProgressive ? bitsByte & 15 : 0;
  const refines = isProgressive && bitsByte >> 4 !== 0;
  const members: Member[] = [];
  for (let i = 0; i < count; i++) {
    const [id, tables = 0] = segment.subarray(1 + 2 * i);
    const component = frame.components.find((one) => one.id === id);
    if (component === undefined || members.some((member) => member.component === component)) throw new Refused('damaged');
    const member = { component, dc: dcTables[tables >> 4 & 3], ac: acTables[tables & 3] };
    if (refines) {
      if (component.lowestBit !== bitsByte >> 4 || bit !== component.lowestBit - 1) throw new Refused('damaged');
    } else {
      const step = steps[component.table] ?? 0;
      if (component.lowestBit !== -1 || step === 0 || member.dc === undefined || (!isProgressive && member.ac === undefined)) throw new Refused('damaged');
      component.step = step;
    }
    members.push(member);
  }
  if (count > 1 && members.reduce((sum, { component }) => sum + component.across * component.down, 0) > 10) throw new Refused('damaged');
  for (const { component } of members) Object.assign(component, { lowestBit: bit, before: 0 });

  const only = count === 1 ? members[0]?.component : undefined;
  const columns = only === undefined ? Math.ceil(frame.width / (8 * frame.across)) : Math.ceil(frame.width / only.blockWidth);
  const rows = only === undefined ? Math.ceil(frame.height / (8 * frame.down)) : Math.ceil(frame.height / only.blockHeight);

  function block({ component, dc, ac }: Member, bits: Bits): number {
    if (refines) return bits.read() << bit;
    const size = sizeOf(dc as HuffmanTable, bits);
    component.before = component.before + valueOf(size, bits) | 0;
    if (!isProgressive) {
      for (let k = 1; k < 64;) {
        const symbol = symbolOf(ac as HuffmanTable, bits);
        if ((symbol & 15) === 0 && symbol < 0xf0) break;
        for (let i = 0; i < (symbol & 15); i++) bits.read();
        k += (symbol >> 4) + 1;
      }
    }
    return Math.max(-32768, Math.min(32767, component.before << bit));
  }

  return {
    mcus: columns * rows,
    restart() { for (const { component } of members) component.before = 0; },
    decode(mcu, bits) {
      const found: (() => void)[] = [];
      try {
        for (const member of members) {
          const { component } = member;
          const across = only === undefined ? component.across : 1;
          const down = only === undefined ? component.down : 1;
          for (let v = 0; v < down; v++) {
            for (let h = 0; h < across; h++) {
              const value = block(member, bits);
              const row = component.blocks[Math.floor(mcu / columns) * down + v] ??= [];
              const column = mcu % columns * across + h;
              found.push(() => { row[column] = (row[column] ?? 0) + value; });
            }
          }
        }
      } catch (error) {
        if (error === CUT) return false;
        throw error;
      }
      if (bits.left < 0) return false;
      for (const keep of found) keep();
      return true;
    },
  };
}

/** Sizes above 15 are lossless JPEG's. */
function sizeOf(table: HuffmanTable, bits: Bits): number {
  const { left } = bits;
  const size = symbolOf(table, bits);
  if (size <= 15) return size;
  if (left < 16) throw CUT;
  throw new Refused('damaged');
}
