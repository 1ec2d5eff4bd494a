/** Where in `scam.bin`, in bytes, the JSON behind the model begins. @throws {RangeError} there is not even a header */
export function jsonStart(asset: Uint8Array): number {
  return asset.length - new DataView(asset.buffer, asset.byteOffset, asset.length).getUint32(28, true);
}
