/** Shape of the scam model. `buckets`, `dense` and the feature version are the kernel's (assembly/features). */
export const SHAPE = { buckets: 1 << 15, dim: 16, dense: 8, hidden: 32, classes: 3 } as const;
/** Order of the model's output. */
export const CLASSES = ['ham', 'spam', 'scam'] as const;
export type Label = (typeof CLASSES)[number];
export const FEATURE_VERSION = 1;
/** Names of the dense inputs, in order. */
export const DENSE = ['length', 'digits', 'capitals', 'link', 'longNumber', 'currency', 'exclamations', 'questions'] as const;
