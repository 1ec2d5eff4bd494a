import type { Found } from './found.ts';
import { headerOfVp9 } from './stream-size.ts';
import { refuse } from './video-sample.ts';

const hex = (byte: number): string => byte.toString(16).toUpperCase();
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * What `VideoDecoder` calls a codec: RFC 6381, with the parameters of ISO/IEC 14496-15 annex E for H.264 and H.265, and of the VP9
 * and AV1 bindings to ISO media. @throws {Refused} unsupported: a configuration of another form than is read here
 */
export function codecName({ format, name, config }: Found, sample: Uint8Array): string {
  if (format === 'vp8') return 'vp8';
  if (format === 'vp9') {
    const { profile, depth } = headerOfVp9(sample);
    // Without a level the lowest: no decoder goes by it.
    return `vp09.${twoDigits(profile)}.${twoDigits(config[5] ?? 10)}.${twoDigits(depth)}`;
  }
  const [, one = 0, two = 0, three = 0] = config;
  if (config.length < (format === 'avc' ? 7 : format === 'hevc' ? 23 : 4)) refuse('unsupported');
  if (format === 'avc') return `${name}.${[one, two, three].map((byte) => hex(byte).padStart(2, '0')).join('')}`;
  if (format === 'hevc') return hevcName(name, config);
  const isDeep = (two & 0x40) !== 0;
  const depth = !isDeep ? 8 : one >> 5 === 2 && (two & 0x20) !== 0 ? 12 : 10;
  return `av01.${one >> 5}.${twoDigits(one & 31)}${(two & 0x80) !== 0 ? 'H' : 'M'}.${twoDigits(depth)}`;
}

function hevcName(name: string, config: Uint8Array): string {
  const profile = config[1] as number;
  const space = ['', 'A', 'B', 'C'][profile >> 6] ?? '';
  let compatible = 0;
  // The first flag is the lowest bit.
  for (let i = 0; i < 32; i++) compatible += ((config[2 + (i >> 3)] as number) >> 7 - (i & 7) & 1) * 2 ** i;
  const constraints = [...config.subarray(6, 12)];
  while (constraints.at(-1) === 0) constraints.pop();
  return [`${name}.${space}${profile & 31}`, hex(compatible), `${(profile & 0x20) !== 0 ? 'H' : 'L'}${config[12] ?? 0}`, ...constraints.map(hex)].join('.');
}
