import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ISSUER, NOW, OTHER_KEY, signedHint, SUBJECT } from '../fixtures/hints.ts';
import { describeEngines, type StaticServer } from './harness/index.ts';
import { servePackage } from './package-server.ts';

/** Who writes, judged in the sealed notice worker of the shipped package, through the public API. */
let server: StaticServer;
beforeAll(async () => { server = await servePackage(); });
afterAll(() => server.close());

describeEngines('a notice about who writes', (engine) => {
  afterEach(() => engine.closePages());

  it('comes of what is known of a stranger and counted of their thread, and of a hint that holds', async () => {
    const page = await engine.open(`${server.origin}/`);
    const seen = await page.run(async (issuer, now, subject, hints) => {
      const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
      const usual = defaultSettings();
      const settings = { ...usual, scam: { enabled: false }, requests: { ...usual.requests, from: { strangers: 'requests' } } } as const;
      const told: Record<string, readonly string[]> = {};
      const grave = { accountAgeDays: 3, mutualContacts: 0, commonGroups: 0, arrival: 'public-place' } as const;
      const ask = async (name: string, ageBand: 'adult' | 'teen', peer: object, contact = true): Promise<void> => {
        const safety = await createSafety({ assets: '/exact/', settings: { ...settings, contact: { enabled: contact } }, hints: issuer, now: () => now });
        const all: string[] = [];
        for (const id of ['m1', 'm2', 'm3', 'm4', 'm5', 'm1']) {
          const { notices, degraded } = await safety.screenMessage({ id, conversationId: 'c', kind: 'text', text: 'hello', sentAt: now, direction: 'incoming' }, { relationship: 'stranger', me: { ageBand }, peer });
          all.push(...degraded.map(({ check, code }) => `${check} ${code}`), ...notices.map(({ kind, level, form, reasons, actions }) => [id, kind, level, form, reasons[0], actions[0]].join(' ')));
        }
        told[name] = [...all, ...safety.about().assets.flatMap(({ name: file }) => (file.startsWith('worker-notices') && file.endsWith('.js') ? ['worker'] : [])).slice(0, 1)];
        await safety.dispose();
      };
      await ask('grave, to a teen', 'teen', grave);
      await ask('grave, to an adult', 'adult', grave);
      await ask('mild', 'adult', { accountAgeDays: 400, mutualContacts: 4, commonGroups: 2 });
      await ask('hinted', 'adult', { accountAgeDays: 3, hint: hints[0], subject });
      await ask('forged', 'adult', { accountAgeDays: 3, hint: hints[1], subject });
      await ask('off', 'teen', grave, false);
      return told;
    }, ISSUER, NOW, SUBJECT, [signedHint(), signedHint({}, {}, OTHER_KEY)] as const);
    const tip = (id = 'm1'): string => `${id} contact tip banner new-account restrict`;
    expect(seen).toEqual({
      'grave, to a teen': [tip(), 'm4 contact strong interstitial new-account restrict', tip(), 'worker'], 'grave, to an adult': [tip(), tip(), 'worker'], 'mild': [], 'hinted': [tip(), tip(), 'worker'], 'forged': ['worker'], 'off': [],
    });
  });

  /** Messages of a teen's stranger, `>` before what the teen writes; what is said of each. */
  const told = async (path: string, texts: readonly string[], group = 0): Promise<readonly string[]> => (await engine.open(`${path}/`)).run(async (now, list, members) => {
    const { createSafety, defaultSettings } = (await import('/dist/index.js' as string)) as typeof import('../../src/index.ts');
    const { explainMessage } = (await import('/dist/testing.js' as string)) as typeof import('../../src/testing/index.ts');
    const usual = defaultSettings();
    const safety = await createSafety({ assets: '/exact/', settings: { ...usual, requests: { ...usual.requests, from: { strangers: 'requests' } } }, now: () => now });
    const facts = members > 0 ? { accountAgeDays: 3, mutualContacts: 0, commonGroups: 0, arrival: 'public-place', declinedBefore: true } as const : { accountAgeDays: 20, mutualContacts: 0, commonGroups: 1 } as const;
    const context = { relationship: 'stranger', me: { ageBand: members > 0 ? 'adult' : 'teen' }, peer: facts, ...members > 0 ? { conversation: { kind: 'group' as const, memberCount: members } } : {} } as const;
    const message = (id: string, text: string) => ({ id, conversationId: 'c', kind: 'text', text: text.replace('>', ''), sentAt: now, direction: text.startsWith('>') ? 'outgoing' : 'incoming' } as const);
    // Waits for the cues, where they can come.
    if (list.length > 1) await explainMessage(safety, message('x', 'hello'), context);
    const all: string[] = [];
    for (const [n, text] of list.entries()) {
      const { notices, degraded } = await safety.screenMessage(message(`m${n}`, text), context);
      all.push([...notices.map(({ kind, level }) => `${kind} ${level}`), ...degraded.map(({ check, code }) => `${check} ${code}`)].join(' '));
    }
    await safety.dispose();
    return all;
  }, NOW, texts, group);
  const ASKS = ['come over to another app i never check here', 'can this be our secret'] as const;

  it('comes of cues in what a stranger asks, and not where the person wrote first', async () => {
    expect(await told(server.origin, ['the match was fun', ...ASKS])).toEqual(['', 'contact tip', 'contact strong']);
    expect(await told(server.origin, ['>hello', 'the match was fun', ...ASKS])).toEqual(['', '', '', '']);
  });

  it('comes in groups of up to 20, and in no larger one', async () => {
    expect([await told(server.origin, ['hello'], 20), await told(server.origin, ['hello'], 21)]).toEqual([['contact tip'], ['']]);
  });

  it('without the page’s part for it, scams are told of all the same, and what did not run is said', async () => {
    const bare = await servePackage({ replace: { '/dist/ask-contact.js': { status: 404 } } });
    const [prize = ''] = await told(bare.origin, ['Congratulations, you have won a $1000 gift card! Claim your prize now: http://prize.example/claim']);
    expect(prize).toMatch(/^scam \w+ contact asset-unavailable/u);
    await bare.close();
  });
});
