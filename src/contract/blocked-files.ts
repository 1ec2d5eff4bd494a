import { SafetyError } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { BlockedRejection } from './blocked-people.ts';

/** The field that names a file of a block list, and the version this package writes. */
const MARK = 'inward-blocked';
const FILE_VERSION = 1;

export interface FiledPerson {
  readonly peerId: string;
  readonly name?: string;
}

export interface BlockedLines {
  readonly people: readonly FiledPerson[];
  /** By place in `people`: the place in the file, from 1. */
  readonly places: readonly number[];
  readonly rejected: readonly BlockedRejection[];
}

/**
 * A file of `writeBlocked`. Only ids and names are read: what else an entry holds is left out, a hash of a picture above all.
 * @throws {TypeError} {RangeError} {SafetyError} input-invalid, settings-too-new. Nothing of the file is in the text.
 */
export function readBlocked(json: unknown): BlockedLines {
  if (typeof json !== 'string') throw new TypeError('"json" is not a string.');
  if (json.length > LIMITS.importUnits) throw new RangeError(`"json" is longer than ${LIMITS.importUnits}.`);
  let file: Readonly<Record<string, unknown>> | null;
  try {
    file = JSON.parse(json.replace(/^\uFEFF/u, '')) as typeof file;
  } catch {
    // The parser's own words would quote the file.
    throw notAFile();
  }
  const version = file?.[MARK];
  const given = file?.['people'];
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) throw notAFile();
  if (version > FILE_VERSION) throw new SafetyError('settings-too-new', 'This block list was exported by a newer version of inward.');
  if (!Array.isArray(given)) throw notAFile();
  const people: FiledPerson[] = [];
  const places: number[] = [];
  const rejected: BlockedRejection[] = [];
  given.forEach((value: unknown, index) => {
    const { peerId, name } = (value ?? {}) as { readonly peerId?: unknown; readonly name?: unknown };
    if (typeof peerId !== 'string' || peerId === '' || !(name === undefined || typeof name === 'string')) rejected.push({ entry: index + 1, why: 'not-a-person' });
    else if (peerId.length > LIMITS.idUnits) rejected.push({ entry: index + 1, why: 'too-long' });
    else {
      places.push(index + 1);
      people.push({ peerId, ...(name === undefined ? {} : { name }) });
    }
  });
  return { people, places, rejected };
}

/** One person a line. Private data. */
export function writeBlocked(people: readonly FiledPerson[]): string {
  const lines = people.map(({ peerId, name }) => `\n  ${JSON.stringify({ peerId, ...(name === undefined ? {} : { name }) })}`);
  return `{ "${MARK}": ${FILE_VERSION}, "people": [${lines.join(',')}\n] }\n`;
}

function notAFile(): SafetyError {
  return new SafetyError('input-invalid', 'This is no block list that inward exported.');
}
