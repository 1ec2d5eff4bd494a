/** [what, our row, the row it is compared with, how many times faster at least]; from the issue that covers were made for. */
export const BARS: readonly (readonly [string, string, string, number])[] = [
  ...([['baseline JPEG', 1, 2], ['progressive JPEG', 2, 10]] as const).flatMap(([form, decoder, bitmap]) => (
    ['', ', bytes in memory'].flatMap((from) => ([
      ['ImageDecoder with desiredWidth', decoder], ['createImageBitmap with resize', bitmap], ['full decode and stackblur', 20],
    ] as const).map(([other, least]) => [`over ${other}${from}, ${form}`, `coverMedia${from}, ${form}`, `${other}${from}, ${form}`, least] as const))
  )),
  ['mean, copies in its time', 'mean of raw pixels', 'plain copy of them', 1 / 1.5],
];

const OURS = 'coverMedia';

/** The row that a row is compared with: ours with the best of the others, the others with ours. */
export function peerOf(name: string): string | undefined {
  const form = /(?:baseline JPEG|progressive JPEG|PNG)$/u.exec(name)?.[0];
  if (name === 'mean of raw pixels') return 'plain copy of them';
  if (name === 'plain copy of them') return 'mean of raw pixels';
  if (form === undefined) return undefined;
  const memory = name.includes('in memory') ? ', bytes in memory' : '';
  if (!name.startsWith(OURS)) return `${OURS}${memory}, ${form}`;
  return form === 'PNG' ? 'decode alone, PNG' : `ImageDecoder with desiredWidth${memory}, ${form}`;
}
