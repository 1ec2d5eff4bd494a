import { readFile, stat, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { CoverCells, MediaCover } from '../../contract/media.ts';
import { createSafety } from '../index.ts';
import { CommandFailure, EXIT, fileFailure, type Done } from './failure.ts';
import { pngFile } from './png-file.ts';

interface CoverFlags {
  readonly out?: string;
  readonly cells: string;
}

/** More than this no cover is made of, so it is not read. */
const FILE_BYTES_MAX = 64_000_000;

const AFTER = `
Prints one JSON line: {"state", "why"?, "width", "height", "bytes", "milliseconds"}; width and height are the picture's own, upright.
There is no decoder in Node: JPEGs get the cover that browsers make, to the byte; of all else "why" is "undecodable-here"
or says what is wrong with the file. Without a picture nothing is written.
Exit code: 0 the file was looked at, 1 it could not be read or the cover not written, 2 wrong command line.

Example:
  inward cover photo.jpg --out cover.png`;

export function coverCommand(done: Done): Command {
  return new Command('cover')
    .description('Make the cover that stands for a picture until it is opened.')
    .argument('<file>', 'picture')
    .option('--out <file>', 'PNG to write the cover to')
    .addOption(new Option('--cells <cells>', 'cells on the long side of its grid').choices(['16', '24']).default('16'))
    .addHelpText('after', AFTER)
    .action(async (file: string, flags: CoverFlags) => { done(await cover(file, flags)); });
}

async function cover(path: string, { out, cells }: CoverFlags): Promise<number> {
  const safety = await createSafety();
  try {
    const bytes = await read(path);
    const start = performance.now();
    const { state, why, width, height, cover: image } = await safety.coverMedia('file', new Blob([bytes]), { cells: Number(cells) as CoverCells });
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    process.stdout.write(`${JSON.stringify({ state, ...(why === undefined ? {} : { why }), width, height, bytes: bytes.length, milliseconds })}\n`);
    if (out !== undefined) await write(out, image);
    return EXIT.ok;
  } finally {
    await safety.dispose();
  }
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { size } = await stat(path);
    if (size > FILE_BYTES_MAX) throw new CommandFailure(`${path} is larger than 64 MB: there is no cover of it, only the tile.`);
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw error instanceof CommandFailure ? error : fileFailure('read', path, error);
  }
}

async function write(path: string, image: MediaCover['cover']): Promise<void> {
  if (image === undefined) {
    process.stderr.write(`inward: there is no picture, so ${path} was not written\n`);
    return;
  }
  await writeFile(path, pngFile(image.width, image.height, image.data)).catch((error: unknown) => { throw fileFailure('write', path, error); });
}
