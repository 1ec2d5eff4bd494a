import { expect, it } from 'vitest';
import { weighOne, contactJudge } from '../../../src/worker/weigh.ts';
import { createState } from '../../../src/worker/state.ts';
import { TALK_MOST } from '../../../src/worker/talk.ts';
import { asked, CONTACT_TABLES } from '../../fixtures/new-thread.ts';

const NOW = 1_750_000_000_000;
const judge = contactJudge(CONTACT_TABLES, undefined);
const facts = asked({ host: { accountAgeDays: 3, mutualContacts: 0, commonGroups: 0, arrival: 'public-place', myAge: 'adult' }, device: { inAddressBook: false } });

it('a thousand messages are one notice and a small record, whatever their ids', () => {
  const state = createState();
  const shown: string[] = [];
  const sizes: number[] = [];
  let writes = 0;
  for (let n = 0; n < 1_000; n++) {
    const reply = weighOne({ message: { conversationId: 'c', id: `${n}`.padStart(256, 'x'), sentAt: NOW }, mode: 'live', now: NOW + n, contact: facts }, state, undefined, judge);
    shown.push(...reply.notices.map(({ kind, level }) => `${n} ${kind} ${level}`));
    writes += reply.writes.length;
    sizes.push(...reply.writes.map(({ bytes }) => bytes?.byteLength ?? 0));
  }
  expect(shown).toEqual(['0 contact tip']);
  // One a message that is counted, and that of the person with the notice.
  expect(writes).toBe(TALK_MOST + 1);
  expect(Math.max(...sizes)).toBeLessThan(2_000);
});

it('many accounts at once get the person one tip a week', () => {
  const state = createState();
  const shown = Array.from({ length: 200 }, (_, n) => weighOne({ message: { conversationId: `c${n}`, id: 'm', sentAt: NOW }, mode: 'live', now: NOW + n, contact: facts }, state, undefined, judge).notices).flat();
  expect(shown.map(({ kind, level }) => `${kind} ${level}`)).toEqual(['contact tip']);
});
