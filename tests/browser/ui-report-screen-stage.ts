import type { InwardReport } from '../../src/ui/report/index.ts';
import type { Page } from './harness/index.ts';

/** Texts that the report of the stage holds. */
export const SHOWN = { text: 'We meet tonight.', account: 'Ben (ben)', reason: 'urgency', earlier: 'A'.repeat(22) } as const;

declare global {
  interface Window {
    screenTest: {
      readonly element: InwardReport;
      /** Previews that were sent, as JSON. */
      readonly sent: string[];
      readonly events: string[];
      /** What was asked of the report in hand. */
      readonly log: string[];
      /** What waits cannot be deleted. */
      isStuck: boolean;
      /** Puts another report into the screen; with a code no preview can be made of it. */
      open(code?: string): void;
      /** Keeps the promise of the oldest send. */
      answer(how: string): void;
      speak(lang: string): Promise<void>;
    };
  }
}

/** A screen whose previews are real ones, and whose sends end when the test says so: two messages, one in Burmese, the other proven. */
export function openScreen(page: Page): Promise<void> {
  return page.run(async ({ text, earlier }) => {
    const report = (await import('/dist/report.js' as string)) as typeof import('../../src/report/index.ts');
    const { defineReport } = (await import('/dist/ui-report.js' as string)) as typeof import('../../src/ui/report/index.ts');
    const { en } = (await import('/dist/ui-report-en.js' as string)) as typeof import('../../src/ui/catalogues/report/en.ts');
    defineReport();
    const now = 1_790_000_000_000;
    const body = { v: 1, conversationId: 'c', senderId: 'ben', messageId: 'm1', counter: 0, kind: 'text', sentAt: now, text, attachments: [{ kind: 'file', digest: 'A'.repeat(43), key: 'AAAA' }] } as const;
    const committed = await report.frankMessage(body);
    const context = { conversationId: 'c', senderId: 'ben', recipientId: 'ana', messageId: 'm1', sequence: 1, receivedAt: now - (now % 60_000) };
    const tag = await report.tagCommitment({ id: 't', key: new Uint8Array(32) }, committed.commitment, context);
    const plain = { id: 'm0', conversationId: 'c', senderId: 'ben', kind: 'text', text: 'ညနေ တွေ့ကြမယ်။', sentAt: 9e15, direction: 'incoming' } as const;
    const proven = { ...plain, id: 'm1', text, sentAt: now };
    const notice = { id: 'n1', kind: 'scam', level: 'tip', reasons: ['urgency'] } as const;
    const waits: ((how: string) => void)[] = [];
    const facts = { reportId: earlier, sealedAt: now, messages: 1, category: 'threats', urgency: 'routine', recipients: [
      { to: 'moderator', name: 'Safety team', keyId: 'k', notAfter: now * 2 }, { to: 'partner', name: 'Local group', keyId: 'l', notAfter: now * 2 }] } as const;
    const about = { version: '1.0.0', seal: 'header', assets: [] } as unknown as ReturnType<Parameters<typeof report.buildReport>[0]['about']>;
    const failed = (code: string): Error => Object.assign(new Error(code), { code });
    const handOf = (refused?: string): import('../../src/contract/reporting.ts').ReportInHand => ({
      target: { conversationId: 'c', messageId: 'm1' }, recipients: { moderator: 'Safety team', partner: undefined }, startsWith: ['m1'], notices: [notice], reportedBefore: 1,
      messages: [{ ...plain, isOwn: false, isProvable: false }, { ...proven, isOwn: false, isProvable: true }],
      categories: report.categoriesFor,
      preview({ messages = ['m1'], closed = [], notices = [], ...others }) {
        if (refused !== undefined) throw failed(refused);
        const all = [{ message: plain }, { message: proven, franked: { body, ...committed, tag, context } }];
        return report.buildReport({ about: () => about }, {
          ...others, now, policy: 'terms-1', thread: { conversationId: 'c', kind: 'direct' }, accounts: ['ben'], reportedBefore: { times: 1, ids: [earlier] },
          messages: all.flatMap((one) => (messages.includes(one.message.id) ? [{ ...one, shown: closed.includes(one.message.id) ? 'closed' as const : 'whole' as const }] : [])), notices: notices.length > 0 ? [notice] : [],
        });
      },
      send: (preview) => new Promise((resolve, reject) => {
        window.screenTest.sent.push(JSON.stringify(preview));
        waits.push((how) => {
          if (how === 'sent' || how === 'missing') resolve({ state: 'sent', facts, missing: how === 'sent' ? [] : ['Local group'] });
          else if (how === 'waiting') resolve({ state: 'waiting', facts, missing: ['Safety team', 'Local group'] });
          else reject(failed(how));
        });
      }),
      async withdraw() {
        if (window.screenTest.isStuck) throw failed('store-failed');
        window.screenTest.log.push('withdraw');
      },
      discard() { window.screenTest.log.push('discard'); },
    });
    const element = document.createElement('inward-report');
    element.catalogue = en;
    element.nameOf = (senderId) => (senderId === 'ben' ? 'Ben' : undefined);
    element.report = handOf();
    document.body.append(element);
    window.screenTest = {
      element, sent: [], events: [], log: [], isStuck: false,
      open(code) { element.report = handOf(code); },
      answer(how) { waits.shift()?.(how); },
      async speak(lang) {
        const texts = `/dist/ui-report-${lang}.js`;
        element.catalogue = ((await import(texts)) as Record<string, import('../../src/ui/index.ts').Catalogue>)[lang];
      },
    };
    element.addEventListener('inward-report', (event) => { window.screenTest.events.push((event as CustomEvent<{ state: string }>).detail.state); });
  }, SHOWN);
}
