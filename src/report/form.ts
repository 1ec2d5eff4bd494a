import { fromBase64url } from './bytes.ts';

/** Whether a value is of a documented form; nothing is thrown, nothing changed. */
export type Check = (value: unknown) => boolean;

export const text = (units: number): Check => (value) => typeof value === 'string' && value.length <= units;
export const id: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 256;
export const base64url = (bytes: number): Check => (value) => typeof value === 'string' && fromBase64url(value, bytes) !== undefined;
export const whole = (max = Number.MAX_SAFE_INTEGER): Check => (value) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max;
export const oneOf = (values: readonly unknown[]): Check => (value) => values.includes(value);
export const list = (check: Check, max: number): Check => (value) => Array.isArray(value) && value.length <= max && value.every(check);
export const time: Check = whole();
/** Base64url of at most so many bytes. */
export const anyBase64url = (bytes: number): Check => (value) => typeof value === 'string' && (fromBase64url(value)?.length ?? Infinity) <= bytes;

/** An object with exactly these members; a name that ends in `?` may be absent. What is not known is refused: nothing rides along unread. */
export function record(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members).map(([name, check]) => ({ name: name.replace('?', ''), isOptional: name.endsWith('?'), check }));
  const names = new Set(checks.map(({ name }) => name));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const found = value as Readonly<Record<string, unknown>>;
    return Object.keys(found).every((name) => names.has(name))
      && checks.every(({ name, isOptional, check }) => (Object.hasOwn(found, name) ? check(found[name]) : isOptional));
  };
}
