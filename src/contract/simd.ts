/** The part of the WebAssembly namespace used here: this room has neither the page's nor the worker's `lib`. */
interface Validating {
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

/** A module whose one type answers a `v128`: valid only where SIMD is. */
const PROBE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123);

/** What of the text kernel runs here; `none` where there is no WebAssembly at all. Nothing is compiled. */
export function availableKernel(): 'simd' | 'scalar' | 'none' {
  const { WebAssembly } = globalThis as { readonly WebAssembly?: Validating };
  if (WebAssembly === undefined) return 'none';
  return WebAssembly.validate(PROBE) ? 'simd' : 'scalar';
}
