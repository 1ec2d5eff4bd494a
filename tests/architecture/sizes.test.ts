import { describe, expect, it } from 'vitest';
import { BUDGETS, spent } from '../../scripts/sizes/budgets.ts';

describe('byte budgets of DESIGN §5, after brotli', () => {
  it.each(BUDGETS)('$what stays under $limit bytes', (budget) => {
    const bytes = spent(budget);
    expect(bytes).toBeGreaterThan(100);
    expect(bytes).toBeLessThanOrEqual(budget.limit);
  });
});
