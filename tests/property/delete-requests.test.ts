import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteRequests, undoDelete } from '../../src/contract/delete-requests.ts';
import { runs } from './runs.ts';

interface Row { readonly id: string; readonly text: string }

/** An inbox, ids to delete (some not there, some twice), and what comes in later. */
const INBOX = fc.uniqueArray(fc.nat({ max: 40 }).map(String), { maxLength: 30 }).map((ids): readonly Row[] => ids.map((id) => ({ id, text: `text of ${id}` })));
const CHOSEN = fc.array(fc.nat({ max: 45 }).map(String), { maxLength: 30 });
const NEW = fc.uniqueArray(fc.integer({ min: 100, max: 120 }).map(String), { maxLength: 6 }).map((ids): readonly Row[] => ids.map((id) => ({ id, text: 'new' })));

describe('deleting many requests at once', () => {
  it('is the same as deleting them one by one, in any order', () => {
    fc.assert(fc.property(INBOX, CHOSEN, (inbox, ids) => {
      let left = inbox;
      for (const id of ids) left = deleteRequests(left, [id]).requests;
      expect(deleteRequests(inbox, ids).requests).toEqual(left);
      expect(deleteRequests(inbox, [...ids].reverse()).requests).toEqual(left);
    }), runs(300));
  });

  it('undone gives back exactly what was there, the objects themselves and their order', () => {
    fc.assert(fc.property(INBOX, CHOSEN, (inbox, ids) => {
      const { requests, undo } = deleteRequests(inbox, ids);
      const back = undoDelete(requests, undo);
      expect(back).toEqual(inbox);
      back.forEach((row, n) => { expect(row).toBe(inbox[n]); });
    }), runs(300));
  });

  it('is undone as n deletes are that are undone from the last to the first', () => {
    fc.assert(fc.property(INBOX, CHOSEN, (inbox, ids) => {
      let left = inbox;
      const undos = ids.map((id) => {
        const step = deleteRequests(left, [id]);
        left = step.requests;
        return step.undo;
      });
      for (const undo of undos.reverse()) left = undoDelete(left, undo);
      expect(left).toEqual(inbox);
    }), runs(300));
  });

  it('one after another down the list, is undone in any order', () => {
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })) as [{ id: string }, { id: string }, { id: string }, { id: string }, { id: string }];
    const one = deleteRequests([a, b, c, d, e], ['b']);
    const two = deleteRequests(one.requests, ['c']);
    const three = deleteRequests(two.requests, ['d']);
    expect([one.undo, two.undo, three.undo].reduce(undoDelete, three.requests)).toEqual([a, b, c, d, e]);
    fc.assert(fc.property(INBOX.chain((inbox) => fc.tuple(fc.constant(inbox), fc.subarray([...inbox]), fc.infiniteStream(fc.nat()))), ([inbox, chosen, chance]) => {
      let left = inbox;
      const undos = chosen.map(({ id }) => {
        const step = deleteRequests(left, [id]);
        left = step.requests;
        return step.undo;
      });
      while (undos.length > 0) left = undoDelete(left, undos.splice((chance.next().value as number) % undos.length, 1)[0] as (typeof undos)[number]);
      expect(left).toEqual(inbox);
    }), runs(300));
  });

  it('undone later keeps what came, and the old ones in their order', () => {
    fc.assert(fc.property(INBOX, CHOSEN, NEW, fc.boolean(), CHOSEN, (inbox, ids, fresh, inFront, later) => {
      const { requests, undo } = deleteRequests(inbox, ids);
      const arrived = deleteRequests(inFront ? [...fresh, ...requests] : [...requests, ...fresh], later).requests;
      const back = undoDelete(arrived, undo);
      expect(back.filter((row) => arrived.includes(row))).toEqual(arrived);
      expect(new Set(back.map(({ id }) => id)).size).toBe(back.length);
      const restored = new Set(undo.removed.map(({ request }) => request.id));
      expect(back.filter(({ id }) => restored.has(id) && !arrived.some((row) => row.id === id)).length).toBe(undo.removed.filter(({ request }) => !arrived.some((row) => row.id === request.id)).length);
      if (later.every((id) => !requests.some((row) => row.id === id))) expect(back.filter((row) => inbox.includes(row))).toEqual(inbox);
    }), runs(300));
  });

  it('undone twice, or after a request came again under its id, doubles nothing', () => {
    fc.assert(fc.property(INBOX, CHOSEN, (inbox, ids) => {
      const { requests, undo } = deleteRequests(inbox, ids);
      const back = undoDelete(requests, undo);
      expect(undoDelete(back, undo)).toEqual(back);
      const again = inbox.map(({ id }) => ({ id, text: 'newer' }));
      expect(undoDelete(again, undo)).toEqual(again);
    }), runs(100));
  });
});
