import type { NoticeKind } from '../contract/verdict.ts';

/**
 * Names a notice by its message, so that the same message screened twice carries the same id and nothing of it can be
 * read back. Sixteen hexadecimal digits: two 32-bit FNV-1a hashes of other bases. Not a secret and no proof of anything.
 */
export function noticeId(conversationId: string, messageId: string, kind: NoticeKind): string {
  // The length keeps ("ab", "c") and ("a", "bc") apart.
  const name = `${conversationId.length}:${conversationId}${messageId}:${kind}`;
  return hex(fnv1a(name, 0x811c9dc5)) + hex(fnv1a(name, 0x9e3779b9));
}

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return hash >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
