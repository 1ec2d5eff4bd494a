import { expect, it } from 'vitest';
import { createState } from '../../../src/worker/state.ts';
import { contactJudge, weighOne } from '../../../src/worker/weigh.ts';
import { asked, CONTACT_TABLES } from '../../fixtures/new-thread.ts';

const NOW = 1_750_000_000_000;
const DAY = 86_400_000;
const judge = contactJudge(CONTACT_TABLES, undefined);
const facts = asked({ host: { accountAgeDays: 3, mutualContacts: 0, commonGroups: 0, arrival: 'public-place', myAge: 'teen' }, device: { inAddressBook: false } });

it('edits of one message are one message: they make nobody look as if they wrote again, and raise no further notice', () => {
  const state = createState();
  const see = (id: string, revision: number, now = NOW): readonly string[] => weighOne(
    { message: { conversationId: 'c', id, revision, sentAt: NOW }, mode: 'live', now, contact: facts }, state, undefined, judge).notices.map(({ level }) => level);
  const first = see('m', 0);
  expect(first).toEqual(['tip']);
  for (let revision = 1; revision < 30; revision++) expect(see('m', revision, NOW + revision * DAY)).toEqual(['tip']);
  // The control: as many messages are more than a tip.
  expect(['n2', 'n3', 'n4'].map((id) => see(id, 0, NOW + 40 * DAY)).flat()).toEqual(['strong']);
});

it('the person writing themselves raises nothing, and takes none of the budget', () => {
  const state = createState();
  for (let n = 0; n < 60; n++) {
    const { notices, writes } = weighOne({ message: { conversationId: 'c', id: `m${n}`, sentAt: NOW }, mode: 'live', now: NOW, contact: { ...facts, mine: true } }, state, undefined, judge);
    expect([notices, writes.filter(({ table }) => table === 'person')]).toEqual([[], []]);
  }
});
