import { expect, it } from 'vitest';

it('imported outside of a dedicated worker, the worker file throws wrong-scope and changes nothing', async () => {
  const before = Object.getOwnPropertyNames(globalThis).sort();
  const symbols = Object.getOwnPropertySymbols(globalThis).length;
  await expect(import('../../../src/worker/entry.ts')).rejects.toMatchObject({ name: 'SafetyError', code: 'wrong-scope' });
  expect(Object.getOwnPropertyNames(globalThis).sort()).toEqual(before);
  expect(Object.getOwnPropertySymbols(globalThis).length).toBe(symbols);
  expect(typeof (() => 0).constructor).toBe('function');
  expect(typeof fetch).toBe('function');
});
