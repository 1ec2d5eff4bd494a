import { HASH_START, hashStep } from './list-hash.ts';
import type { NoticeKind } from './verdict.ts';

/**
 * Names a notice by its message, so that the same message screened twice carries the same id and nothing of it can be
 * read back. Sixteen hexadecimal digits: two 32-bit FNV-1a hashes of other bases. Not a secret and no proof of anything.
 */
export function noticeId(conversationId: string, messageId: string, kind: NoticeKind): string {
  // The length keeps ("ab", "c") and ("a", "bc") apart.
  const name = `${conversationId.length}:${conversationId}${messageId}:${kind}`;
  return hex(name, HASH_START) + hex(name, 0x9e3779b9);
}

function hex(text: string, basis: number): string {
  let hash = basis;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = hashStep(hashStep(hash, unit & 0xff), unit >> 8);
  }
  return hash.toString(16).padStart(8, '0');
}
