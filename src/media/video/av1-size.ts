// Sizes of AV1 (bitstream specification §5.5, §5.9): the sequence header says the largest, and a frame may have its own.

import { Bits } from './bits.ts';
import { refuse, STEPS_MAX } from './video-sample.ts';

interface Sequence {
  readonly width: number;
  readonly height: number;
  /** One picture and nothing else: its frame cannot have a size of its own. */
  readonly isReduced: boolean;
  /** Bits of fields in the heads of frames; 0: they are not there. */
  readonly timeBits: number;
  readonly idBits: number;
  /** 0, 1, or 2: each frame says. */
  readonly screenTools: number;
  readonly wholeMotion: number;
}

/** Takes it of every unit of configuration and picture. @throws {Refused} unsupported: a frame with a size of its own; damaged; work */
export function sizesOfAv1(config: Uint8Array, sample: Uint8Array): readonly Sequence[] {
  const found: Sequence[] = [];
  for (const part of [config.subarray(4), sample]) {
    eachUnit(part, (type, unit) => {
      const last = found.at(-1);
      if (type === 1) found.push(sequenceOf(unit));
      // A frame, or its header: decoders (dav1d) hold its size to nothing, and it may be larger than its sequence's.
      else if ((type === 3 || type === 6) && last !== undefined && hasOwnSize(unit, last)) refuse('unsupported');
    });
  }
  return found;
}

/** Open bitstream units (§5.3), the head of each read off. */
function eachUnit(units: Uint8Array, look: (type: number, unit: Uint8Array) => void): void {
  for (let at = 0, steps = 0; at < units.length; steps++) {
    if (steps > STEPS_MAX) refuse('work');
    const head = units[at] as number;
    at += (head & 4) !== 0 ? 2 : 1;
    let bytes = units.length - at;
    if ((head & 2) !== 0) {
      // leb128
      bytes = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = units[at++] ?? refuse('damaged');
        bytes += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) break;
        if (shift > 42) refuse('damaged');
      }
    }
    look(head >> 3, units.subarray(at, at + bytes));
    at += bytes;
  }
}

/** §5.5.1, as far as the heads of frames go by it. */
function sequenceOf(header: Uint8Array): Sequence {
  const bits = new Bits(header);
  bits.skip(4);
  const isReduced = bits.flag();
  let timeBits = 0;
  if (isReduced) bits.skip(5);
  else timeBits = readOperatingPoints(bits);
  const wide = bits.take(4) + 1;
  const high = bits.take(4) + 1;
  const size = { width: bits.take(wide) + 1, height: bits.take(high) + 1 };
  if (isReduced) return { ...size, isReduced, timeBits, idBits: 0, screenTools: 2, wholeMotion: 2 };
  const idBits = bits.flag() ? bits.take(4) + bits.take(3) + 3 : 0;
  bits.skip(7);
  if (bits.flag()) bits.skip(2);
  const screenTools = bits.flag() ? 2 : bits.take(1);
  const wholeMotion = screenTools === 0 || bits.flag() ? 2 : bits.take(1);
  return { ...size, isReduced, timeBits, idBits, screenTools, wholeMotion };
}

/** @returns bits of the time in the heads of shown frames */
function readOperatingPoints(bits: Bits): number {
  let delayBits = 0;
  let timeBits = 0;
  if (bits.flag()) {
    bits.skip(64);
    const isEven = bits.flag();
    if (isEven) bits.golomb();
    if (bits.flag()) {
      delayBits = bits.take(5) + 1;
      bits.skip(37);
      timeBits = bits.take(5) + 1;
      if (isEven) timeBits = 0;
    }
  }
  const hasDisplayDelay = bits.flag();
  for (let points = bits.take(5); points >= 0; points--) {
    bits.skip(12);
    if (bits.take(5) > 7) bits.skip(1);
    if (delayBits > 0 && bits.flag()) bits.skip(2 * delayBits + 1);
    if (hasDisplayDelay && bits.flag()) bits.skip(4);
  }
  return timeBits;
}

/** §5.9.2, to `frame_size_override_flag`. */
function hasOwnSize(frame: Uint8Array, { isReduced, timeBits, idBits, screenTools, wholeMotion }: Sequence): boolean {
  if (isReduced) return false;
  const bits = new Bits(frame);
  // Shows one that was decoded before
  if (bits.flag()) return false;
  const type = bits.take(2);
  const isShown = bits.flag();
  bits.skip(isShown ? timeBits : 1);
  // A switch frame, and a key frame that is shown, need not say that they are resilient.
  const isSwitch = type === 3;
  if (!isSwitch && !(type === 0 && isShown)) bits.skip(1);
  bits.skip(1);
  const hasTools = screenTools === 2 ? bits.flag() : screenTools === 1;
  if (hasTools && wholeMotion === 2) bits.skip(1);
  bits.skip(idBits);
  return isSwitch || bits.flag();
}
