import type { PrivateRecipientKey, RecipientKey, TagKey } from '../../report/index.ts';

/** A moderator's file: private. `keys` are all that may still have to be opened with, the present one first. */
export interface ModeratorFile {
  readonly 'inward-moderator': 1;
  readonly keys: readonly { readonly key: RecipientKey; readonly privateKey: string; readonly receiptPrivateKey: string }[];
  /** The server's keys of franking, base64url. */
  readonly tagKeys: readonly { readonly id: string; readonly key: string }[];
}

/** As it stands in the file. */
export function stored({ key, privateKey, receiptPrivateKey }: PrivateRecipientKey): ModeratorFile['keys'][number] {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  return { key, privateKey: text(privateKey), receiptPrivateKey: text(receiptPrivateKey) };
}

const SECRET_BYTES = 32;

/** `undefined`: not a moderator's file. */
export function parseModeratorFile(text: string): ModeratorFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<ModeratorFile> | null;
    const isOurs = file?.['inward-moderator'] === 1 && Array.isArray(file.keys) && Array.isArray(file.tagKeys)
      && file.keys.every((one: Partial<ModeratorFile['keys'][number]>) => typeof one.key?.id === 'string' && is32(one.privateKey) && is32(one.receiptPrivateKey))
      && file.tagKeys.every((one: Partial<ModeratorFile['tagKeys'][number]>) => typeof one.id === 'string' && is32(one.key));
    return isOurs ? file as ModeratorFile : undefined;
  } catch {
    return undefined;
  }
}

function is32(text: unknown): boolean {
  return typeof text === 'string' && Buffer.from(text, 'base64url').length === SECRET_BYTES;
}

export function recipientKeys(file: ModeratorFile): readonly PrivateRecipientKey[] {
  return file.keys.map(({ key, privateKey, receiptPrivateKey }) => ({ key, privateKey: bytes(privateKey), receiptPrivateKey: bytes(receiptPrivateKey) }));
}

export function tagKeys(file: ModeratorFile): readonly TagKey[] {
  return file.tagKeys.map(({ id, key }) => ({ id, key: bytes(key) }));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}
