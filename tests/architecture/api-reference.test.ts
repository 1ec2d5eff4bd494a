import { beforeAll, describe, expect, it } from 'vitest';
import { ReflectionKind } from 'typedoc';
import { readReference, typedEntries, type Reference } from '../../scripts/api/reference.ts';

/** The reference that `npm run api` writes, read from the declarations that users get. */
describe('the API reference', () => {
  let reference: Reference;
  beforeAll(async () => { reference = await readReference(); });

  it('has every entry that has types, by its public name', () => {
    expect((reference.project?.children ?? []).map(({ name }) => name).sort()).toEqual(typedEntries().map(({ name }) => name).sort());
    expect(typedEntries().map(({ name }) => name)).toEqual(expect.arrayContaining(['inward', 'inward/report', 'inward/node', 'inward/ui']));
  });

  it('has no link that leads nowhere, and no type in a signature that cannot be imported', () => {
    expect(reference.problems).toEqual([]);
  });

  it('says of every function and class what it is for', () => {
    const silent = (reference.project?.getReflectionsByKind(ReflectionKind.Function | ReflectionKind.Class) ?? []).filter((each) => (
      !each.hasComment() && !('signatures' in each && (each.signatures as { hasComment(): boolean }[] | undefined)?.some((one) => one.hasComment()))));
    expect(silent.map((each) => each.getFullName())).toEqual([]);
  });
});
