/** Calls into kernels, by the name of the export, and copies of texts into them. For the test that off means off. */
export interface KernelCounts {
  normalise: number;
  match: number;
  features: number;
  score: number;
  textCopies: number;
}

export function noCounts(): KernelCounts {
  return { normalise: 0, match: 0, features: 0, score: 0, textCopies: 0 };
}
