// Written by `npm run models:build -- chain`; no number here is typed.

/** Letters of models/chain/corpus that are still near-copies after one change, two, and so on up to 8, by thresholds chosen without them. */
export const PASSED_ON = {
  nearCopy: { shared: 40, contained: 650 },
  found: {
    'all': [{ hits: 497, n: 497 }, { hits: 485, n: 497 }, { hits: 448, n: 497 }, { hits: 379, n: 497 }, { hits: 317, n: 497 }, { hits: 247, n: 497 }, { hits: 166, n: 497 }, { hits: 116, n: 497 }],
    'ar': [{ hits: 61, n: 61 }, { hits: 59, n: 61 }, { hits: 57, n: 61 }, { hits: 47, n: 61 }, { hits: 41, n: 61 }, { hits: 28, n: 61 }, { hits: 18, n: 61 }, { hits: 12, n: 61 }],
    'en': [{ hits: 95, n: 95 }, { hits: 94, n: 95 }, { hits: 86, n: 95 }, { hits: 78, n: 95 }, { hits: 62, n: 95 }, { hits: 47, n: 95 }, { hits: 32, n: 95 }, { hits: 26, n: 95 }],
    'es': [{ hits: 59, n: 59 }, { hits: 57, n: 59 }, { hits: 53, n: 59 }, { hits: 42, n: 59 }, { hits: 37, n: 59 }, { hits: 32, n: 59 }, { hits: 20, n: 59 }, { hits: 14, n: 59 }],
    'hi': [{ hits: 56, n: 56 }, { hits: 53, n: 56 }, { hits: 45, n: 56 }, { hits: 38, n: 56 }, { hits: 30, n: 56 }, { hits: 23, n: 56 }, { hits: 15, n: 56 }, { hits: 10, n: 56 }],
    'id': [{ hits: 50, n: 50 }, { hits: 49, n: 50 }, { hits: 44, n: 50 }, { hits: 37, n: 50 }, { hits: 30, n: 50 }, { hits: 26, n: 50 }, { hits: 17, n: 50 }, { hits: 11, n: 50 }],
    'my': [{ hits: 66, n: 66 }, { hits: 65, n: 66 }, { hits: 60, n: 66 }, { hits: 51, n: 66 }, { hits: 39, n: 66 }, { hits: 30, n: 66 }, { hits: 18, n: 66 }, { hits: 12, n: 66 }],
    'pt-BR': [{ hits: 59, n: 59 }, { hits: 58, n: 59 }, { hits: 53, n: 59 }, { hits: 44, n: 59 }, { hits: 40, n: 59 }, { hits: 32, n: 59 }, { hits: 24, n: 59 }, { hits: 17, n: 59 }],
    'sw': [{ hits: 51, n: 51 }, { hits: 50, n: 51 }, { hits: 50, n: 51 }, { hits: 42, n: 51 }, { hits: 38, n: 51 }, { hits: 29, n: 51 }, { hits: 22, n: 51 }, { hits: 14, n: 51 }],
  },
} as const;
