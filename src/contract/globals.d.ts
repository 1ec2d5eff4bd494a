/**
 * What the contract's types name of either side: the DOM and Node each declare it in full, and this merges with theirs.
 * Only `tsconfig.contract.json` reads this file.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a name, not a shape
interface AbortSignal {}
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a name, not a shape
interface Blob {}
/** UTF-8, as every engine and Node has it. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: boolean });
  decode(bytes?: Uint8Array): string;
}
