// How a hit was disguised: bits 16–31 of a row's first word in HITS. 0: as written.

export const HOW_LOOKALIKE: u32 = 1;
export const HOW_LEET: u32 = 2;
export const HOW_STRETCHED: u32 = 4;
export const HOW_SEPARATED: u32 = 8;
export const HOW_ONE_SPACE: u32 = 16;
export const HOW_MASKED: u32 = 32;
export const HOW_GLUED: u32 = 64;
export const HOW_REVERSED: u32 = 128;
export const HOW_PERCENT: u32 = 256;
