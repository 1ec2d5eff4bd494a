import { LIMITS } from '../contract/limits.ts';

/**
 * Checks a value and gives it back as plain data. `at` is its place, for the text of the error.
 * @throws {TypeError} of another type, a word outside its list. {RangeError} too long, a number out of range. No value
 * stands in the text.
 */
export type Read = (value: unknown, at: string) => unknown;

export const text = like((value) => typeof value === 'string');
export const flag = like((value) => typeof value === 'boolean');

/** At most `LIMITS.idUnits`. */
export const id: Read = (value, at) => {
  if ((text(value, at) as string).length > LIMITS.idUnits) throw outOfRange(at);
  return value;
};

/** Known fields, each read once; the rest is left out. */
export function object(needed: Readonly<Record<string, Read>>, optional: Readonly<Record<string, Read>> = {}): Read {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(at);
    const copy: Record<string, unknown> = {};
    for (const [name, read] of Object.entries({ ...needed, ...optional })) {
      const field = (value as Readonly<Record<string, unknown>>)[name];
      if (field !== undefined || name in needed) copy[name] = read(field, `${at}.${name}`);
    }
    return copy;
  };
}

/** Cut one past the limit, so that the engine still sees that there was more. */
export function list(read: Read, limit: number): Read {
  return (value, at) => {
    if (!Array.isArray(value)) throw wrongType(at);
    return value.slice(0, limit + 1).map((entry, n) => read(entry, `${at}[${n}]`));
  };
}

export function number(least: number, most: number, whole = false): Read {
  return (value, at) => {
    if (typeof value !== 'number') throw wrongType(at);
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) throw outOfRange(at);
    return value;
  };
}

/** One of these words, given with spaces between. */
export function oneOf(words: string): Read {
  const allowed: readonly unknown[] = words.split(' ');
  return like((value) => allowed.includes(value));
}

export function like(fits: (value: unknown) => boolean): Read {
  return (value, at) => {
    if (!fits(value)) throw wrongType(at);
    return value;
  };
}

export function wrongType(at: string): TypeError {
  return new TypeError(`"${at}" is not of the documented type.`);
}

export function outOfRange(at: string): RangeError {
  return new RangeError(`"${at}" is out of range.`);
}
