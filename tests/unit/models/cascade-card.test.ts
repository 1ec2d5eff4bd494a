import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figuresJson } from '../../../models/build/figures-json.ts';
import { cascadeCard } from '../../../models/chain/cascade/card.ts';
import { numbersSha256, readCascadeEval, SMALL, type CascadeEval } from '../../../models/chain/cascade/eval-file.ts';
import { measureCascade } from '../../../models/chain/cascade/measure.ts';
import { spreadOf } from '../../../models/chain/cascade/spread.ts';
import { CASCADE_RATES } from '../../../models/chain/cascade/rates.ts';

const held = readCascadeEval() as CascadeEval;

describe('the card of the cascade simulator', () => {
  it('is what eval.json makes of it', () => {
    expect(readFileSync(new URL('../../../models/chain/cascade/card.md', import.meta.url), 'utf8')).toBe(cascadeCard(held));
  });

  it('is of the numbers that stand in the simulator', () => {
    expect(held.numbersSha256).toBe(numbersSha256());
  });

  it('is of the simulator as it is: the small population in eval.json is played alike', () => {
    expect(JSON.parse(figuresJson(measureCascade(SMALL)))).toEqual(held.small);
  });

  it('says of every rate where it comes from', () => {
    const card = cascadeCard(held);
    for (const [name, { middle, low, high, source }] of Object.entries(CASCADE_RATES)) {
      expect(low).toBeLessThanOrEqual(middle);
      expect(middle).toBeLessThanOrEqual(high);
      expect(card).toContain(`| ${name} | `);
      expect(card).toContain(source);
    }
  });
});

describe('a spread of runs', () => {
  it('is the middle one and nine in ten', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, low: 1.1, high: 2.9 });
    expect(spreadOf([5])).toEqual({ median: 5, low: 5, high: 5 });
  });
});
