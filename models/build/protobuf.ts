// The corner of protocol buffers that ONNX needs: varints, length-delimited fields and floats.

/** Field number → raw values, in order of the file. Varints are numbers, the rest byte views. */
export type Fields = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

export class ProtoWriter {
  readonly #parts: Uint8Array[] = [];

  varint(field: number, value: number): this {
    return this.#push(encodeVarint(field * 8), encodeVarint(value));
  }

  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    return this.#push(encodeVarint(field * 8 + 5), bytes);
  }

  bytes(field: number, value: Uint8Array): this {
    return this.#push(encodeVarint(field * 8 + 2), encodeVarint(value.length), value);
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  message(field: number, value: ProtoWriter): this {
    return this.bytes(field, value.finish());
  }

  finish(): Uint8Array {
    const out = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }

  #push(...parts: Uint8Array[]): this {
    this.#parts.push(...parts);
    return this;
  }
}

/** Non-negative whole number below 2^53. */
function encodeVarint(value: number): Uint8Array {
  const out: number[] = [];
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
  return Uint8Array.from(out);
}

/** @throws {RangeError} bytes that are no protobuf message, or a wire type that ONNX does not use */
export function readFields(bytes: Uint8Array): Fields {
  const fields = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || scale > 2 ** 63) throw new RangeError('A protobuf number is cut short.');
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  const slice = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('A protobuf field is cut short.');
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = varint();
    const wire = key % 8;
    const value = wire === 0 ? varint() : wire === 1 ? slice(8) : wire === 2 ? slice(varint()) : wire === 5 ? slice(4) : null;
    if (value === null) throw new RangeError('A protobuf field has an unknown wire type.');
    const field = Math.floor(key / 8);
    const list = fields.get(field) ?? [];
    list.push(value);
    fields.set(field, list);
  }
  return fields;
}
