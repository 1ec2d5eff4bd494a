import { hashOf } from './list-hash.ts';

/**
 * The bytes of a small record: UTF-8, `<FNV-1a of the JSON, in decimal> <JSON>`. JSON writes lone surrogates as escapes, so any
 * id comes back as it was. The hash tells damage, not malice; the seal of the store is what stops malice.
 */
export function writeRecord(value: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const json = JSON.stringify(value);
  return new TextEncoder().encode(`${hashOf(json)} ${json}`);
}

/** What `writeRecord` was given; empty for bytes that it did not write: none at all, damaged, cut or foreign. Never throws. */
export function readRecord(bytes: Uint8Array<ArrayBuffer> | null): readonly unknown[] {
  try {
    // `fatal`: else some damage would read as the very same U+FFFD.
    const [, hash, json = ''] = /^(\d+) (\[.*)/s.exec(new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? undefined)) ?? [];
    return hash === `${hashOf(json)}` ? JSON.parse(json) as readonly unknown[] : [];
  } catch {
    return [];
  }
}

/** First number of a conversation's record: another form is refused, and goes with the next record that is written. */
export const CONVERSATION_FORM = 6;

/** Whether these bytes are a conversation's record of this form: not damaged, cut, foreign, older or newer. Never throws. */
export function isConversation(bytes: Uint8Array<ArrayBuffer> | null): boolean {
  return readRecord(bytes)[0] === CONVERSATION_FORM;
}
