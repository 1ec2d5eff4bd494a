/**
 * What the contract's types name of either side: the DOM and Node each declare it in full, and this merges with theirs.
 * Only `tsconfig.contract.json` reads this file.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a name, not a shape
interface AbortSignal {}
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a name, not a shape
interface Blob {}
