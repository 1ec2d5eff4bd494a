// Message franking, slow and obvious, by Node's own crypto and a canonical JSON of its own.
import { createHmac } from 'node:crypto';

/** Objects with their names sorted, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]));
}

export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** T_F = HMAC(N_F, M). */
export function commitmentOf(opening: string, body: unknown): string {
  return createHmac('sha256', Buffer.from(opening, 'base64url')).update(`inward-franking-1\n${canonical(body)}`, 'utf8').digest('base64url');
}

/** R_F = HMAC(K_F, T_F ‖ context). */
export function reportingTagOf(key: { readonly id: string; readonly key: Uint8Array }, commitment: string, context: unknown): string {
  const text = canonical({ keyId: key.id, commitment, context });
  return createHmac('sha256', key.key).update(`inward-reporting-tag-1\n${text}`, 'utf8').digest('base64url');
}
