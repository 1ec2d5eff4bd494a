import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { FACTS, ISSUER, NOW, OTHER_KEY, signedHint, SUBJECT } from '../fixtures/hints.ts';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** What is known of strangers, in a page: names beside those of the contacts, compared in the sealed worker, and hints, verified in another. */
let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

describeEngines('the person’s contacts', (engine) => {
  afterEach(() => engine.closePages());

  it('are handed over, and a stranger who goes by the name of one is told of, until acknowledged', async () => {
    const page = await engine.open(`${server.origin}/`);
    const seen = await page.run(async () => {
      const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const settings = { ...defaultSettings(), scam: { enabled: false } };
      const ask = async (safety: Awaited<ReturnType<typeof createSafety>>, name: string, id = 'm'): Promise<readonly string[]> => (await safety.screenMessage(
        { id, conversationId: 'c', kind: 'text', text: 'hello', sentAt: 0, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand: 'adult' }, peer: { name, nameChangeDays: 2 } },
      )).notices.map(({ kind, level, reasons, actions }) => [kind, level, ...reasons, actions[0]].join(' '));
      const told: Record<string, readonly string[]> = {};
      for (const name of ['Oksana Weiss', 'Оksana_Weiss 7', 'Oksana Wiess', 'Somebody Else', 'Quince Bank Support']) {
        const safety = await createSafety({ assets: '/exact/', settings });
        const before = await ask(safety, name);
        await safety.contacts.set([{ peerId: 'p1', name: 'Oksana Weiss' }, { peerId: 'p2', name: 'အောင်ကျော်မင်း' }]);
        const first = await ask(safety, name);
        await safety.answerNotice({ conversationId: 'c', noticeId: 'x', answer: 'trusted' });
        told[name] = [...before, '|', ...first, '|', ...await ask(safety, name, 'm2')];
        await safety.dispose();
      }
      return told;
    });
    const like = (first: string, third = 'name-changed'): readonly string[] => ['|', `impersonation tip ${first} other-account ${third} check-another-way`, '|'];
    expect(seen).toEqual({
      'Oksana Weiss': like('name-like-contact'), 'Оksana_Weiss 7': like('name-like-contact', 'mixed-letters'), 'Oksana Wiess': like('name-near-contact'), 'Somebody Else': ['|', '|'],
      'Quince Bank Support': ['|', 'impersonation tip name-claims-office name-changed not-a-contact check-another-way', '|'],
    });
  });

  it('have pictures that are looked at when the app asks', async () => {
    const page = await engine.open(`${server.origin}/`);
    const seen = await page.run(async () => {
      const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const draw = async (turn: number, type: string): Promise<Blob> => {
        const canvas = new OffscreenCanvas(96, 96);
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('no canvas');
        for (let y = 0; y < 96; y++) {
          for (let x = 0; x < 96; x++) {
            const level = Math.round(127 + 120 * Math.sin((x * Math.cos(turn) + y * Math.sin(turn)) / 11) * Math.cos(y / (9 + turn)));
            pen.fillStyle = `rgb(${level} ${level} ${255 - level})`;
            pen.fillRect(x, y, 1, 1);
          }
        }
        return canvas.convertToBlob({ type, quality: 0.8 });
      };
      const safety = await createSafety({ assets: '/exact/', settings: { ...defaultSettings(), scam: { enabled: false } } });
      await safety.contacts.set([{ peerId: 'p1', name: 'Oksana Weiss', picture: await draw(0.3, 'image/png') }]);
      const check = async (peerId: string, picture: Blob): Promise<readonly string[]> => (await safety.contacts.check({ peerId, picture })).flatMap(({ reasons }) => reasons);
      const found = [await check('q', await draw(0.3, 'image/jpeg')), await check('q', await draw(1.9, 'image/jpeg')), await check('p1', await draw(0.3, 'image/jpeg'))];
      await safety.dispose();
      return found;
    });
    expect(seen).toEqual([['picture-like-contact', 'other-account', 'not-a-contact'], [], []]);
  });
});

describeEngines('signed hints', (engine) => {
  afterEach(() => engine.closePages());

  it('are verified in the notice worker, and those that do not hold are as if there were none', async () => {
    const page = await engine.open(`${server.origin}/`);
    const given = { issuer: ISSUER, now: NOW, subject: SUBJECT, hints: [signedHint(), signedHint({}, {}, OTHER_KEY), signedHint({ exp: 1 }), 'a.b.c', 'limited'] };
    const seen = await page.run(async ({ issuer, now, subject, hints }) => {
      const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const { explainMessage } = (await import('/dist/testing.js' as string)) as typeof import('../../src/testing/index.ts');
      const safety = await createSafety({ assets: '/exact/', settings: defaultSettings(), hints: issuer, now: () => now });
      const message = { id: 'm', conversationId: 'c', kind: 'text', text: 'hello', sentAt: 0, direction: 'incoming' } as const;
      const all = [];
      for (const hint of hints) {
        const context = { relationship: 'stranger', me: { ageBand: 'adult' }, peer: { hint: hint as 'limited', subject } } as const;
        const { degraded, notices } = await safety.screenMessage(message, context);
        all.push([(await explainMessage(safety, message, context)).hint ?? null, degraded.length + notices.length]);
      }
      const { hints: shown } = safety.about();
      await safety.dispose();
      return { all, shown };
    }, given);
    expect(seen).toEqual({ all: [[FACTS, 0], [null, 0], [null, 0], [null, 0], [null, 0]], shown: ISSUER });
  });
});
