import { expect, it } from 'vitest';
import { LIMITS } from '../../../src/contract/limits.ts';
import { corpusTags, readCorpus } from '../../../models/scam/corpus-files.ts';
import { fillSlots } from '../../../models/scam/slots.ts';
import { createRng } from '../../../models/build/rng.ts';
import { createSafety, defaultSettings } from '../../../src/node/index.ts';
import type { Message } from '../../../src/contract/message.ts';
import type { Notice } from '../../../src/contract/verdict.ts';

/** What the message by itself shows, without words of its own. */
const WITHOUT_WORDS = ['has-link', 'long-number', 'looks-like-known-scams', 'not-a-contact'];

/** The notices of texts, each a stranger's first message. */
async function noticesOf(texts: readonly string[]): Promise<readonly (Notice | undefined)[]> {
  let now = 0;
  // Each in a week of its own.
  const safety = await createSafety({ settings: { ...defaultSettings(), scam: { enabled: true } }, now: () => (now += 8 * 86_400_000) });
  const verdicts = await Promise.all(texts.map((text, n) => {
    const message: Message = { id: 'm', conversationId: `c${n}`, kind: 'text', text, sentAt: 1, direction: 'incoming' };
    return safety.screenMessage(message, { relationship: 'stranger' });
  }));
  await safety.dispose();
  return verdicts.map(({ notices: [notice] }) => notice);
}

it('every reason of a notice is tied to words, and no number is one', async () => {
  const rng = createRng(5);
  const texts = corpusTags().flatMap((tag) => readCorpus(tag).texts.filter(({ label }, n) => label === 'scam' && n % 9 === 0).map(({ text }) => fillSlots(text, tag, true, rng)));
  const notices = await noticesOf(texts);
  let ties = 0;
  notices.forEach((notice, n) => {
    for (const { surface, start, end } of notice?.where ?? []) {
      ties++;
      expect([surface, /\p{L}/u.test(texts[n]?.slice(start, end) ?? '')]).toEqual(['text', true]);
    }
    const tied: readonly string[] = notice?.where.map(({ reason }) => reason) ?? [];
    // No more places are named than that.
    if (tied.length < LIMITS.noticeWords) expect(notice?.reasons.filter((reason) => !WITHOUT_WORDS.includes(reason) && !tied.includes(reason)) ?? []).toEqual([]);
  });
  expect(ties).toBeGreaterThan(500);
});

it.each([
  ['Il suo conto è sospeso. Verifichi subito il codice 385 su http://conto-verifica.example/accesso', 'fine-or-court'],
  ['Umeshinda Tsh 5,000,000! Bonyeza hapa http://zawadi.example/dai upokee zawadi yako', 'job-or-investment'],
])('"%s" gives no %s', async (text, reason) => {
  const [notice] = await noticesOf([text]);
  expect(notice?.reasons).toContain('has-link');
  expect(notice?.reasons).not.toContain(reason);
});
