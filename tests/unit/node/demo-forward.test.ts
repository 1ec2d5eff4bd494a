import { beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultSettings, type Context, type Message, type Notice, type OutgoingReview, type ReviewOptions } from 'inward/node';
import type { Parts } from '../../../demo/client/actions.ts';
import { ForwardActions } from '../../../demo/client/forward-actions.ts';
import { createModel, type Bubble, type Model } from '../../../demo/client/model.ts';

/** What the playground does around `reviewOutgoing`, which integrators copy; in the page: tests/browser/demo-forward.test.ts. */
const PLAIN: OutgoingReview = { allowed: true, why: [], nudges: [], degraded: [], forward: { because: [], actions: [], mostChats: 5 } };
const PAUSED: OutgoingReview = { ...PLAIN, forward: { card: 'check-first', because: ['chain'], actions: ['check-first', 'report', 'delete', 'send-anyway'], mostChats: 5 } };
const REFUSED: OutgoingReview = { allowed: false, why: ['minor-not-connected'], nudges: [], degraded: [] };

type Ask = (message: Message, context: Context, options: ReviewOptions) => Promise<OutgoingReview>;

class Stage {
  readonly done: string[] = [];
  readonly asked: { readonly to: string; readonly forwarded: ReviewOptions['forwarded'] }[] = [];
  readonly model: Model;
  readonly actions: ForwardActions;
  readonly bubble: Bubble;

  constructor(answers: Readonly<Record<string, OutgoingReview | Error>>, notices: readonly Notice[] = []) {
    this.model = createModel('ada', 'sealed', defaultSettings());
    this.bubble = { message: { id: 'm1', conversationId: 'with-ben', kind: 'text', text: 'The bell.', sentAt: 0, direction: 'incoming', forwardHops: 2 }, peer: 'ben', mine: false, media: [], status: 'received', verdict: undefined, notices, opened: false };
    this.model.bubbles = [this.bubble];
    const ask: Ask = (message, _context, { forwarded }) => {
      const to = message.conversationId.slice('with-'.length);
      this.asked.push({ to, forwarded });
      const answer = answers[to] ?? PLAIN;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
    const parts = { model: this.model, changed: () => undefined, safety: { reviewOutgoing: ask } } as unknown as Parts;
    this.actions = new ForwardActions(parts, {
      send: (peer, { hops }) => { this.done.push(`sent ${peer} ${hops ?? 0}`); return Promise.resolve(); },
      deleteMessage: ({ message }) => { this.done.push(`deleted ${message.id}`); return Promise.resolve(); },
      reports: { open: (peer: string) => { this.done.push(`report ${peer}`); return Promise.resolve(); } } as unknown as ConstructorParameters<typeof ForwardActions>[1]['reports'],
    });
  }

  async go(...peers: readonly string[]): Promise<void> {
    this.actions.open(this.bubble);
    for (const peer of peers) this.actions.choose(peer, true);
    await this.actions.go();
  }

  get open(): Model['forward']['open'] { return this.model.forward.open; }
}

describe('passing on in the playground', () => {
  // For the whole file: where the keyboard goes is set a moment after each step.
  beforeAll(() => {
    vi.stubGlobal('document', { querySelector: () => null });
    vi.stubGlobal('localStorage', { getItem: () => null });
    vi.stubGlobal('location', { search: '' });
  });

  it('reviews every chosen chat, and sends where nothing is in the way', async () => {
    const stage = new Stage({});
    await stage.go('ben', 'stranger');
    expect([stage.asked.map(({ to }) => to), stage.done, stage.open]).toEqual([['ben', 'stranger'], ['sent ben 3', 'sent stranger 3'], undefined]);
  });

  it.each<readonly [string, OutgoingReview | Error, RegExp]>([
    ['fails', new Error('worker'), /^Nothing was sent: it could not be checked for Unknown 4417\. Try again\.$/u], ['does not allow it', REFUSED, /^Nothing was sent\. To Unknown 4417 it cannot go: You can write/u],
  ])('sends to nobody where the review of one chat %s, says so, and lets the person try again', async (_what, answer, said) => {
    const answers: Record<string, OutgoingReview | Error> = { stranger: answer };
    const stage = new Stage(answers);
    await stage.go('ben', 'stranger');
    expect([stage.done, stage.open?.refused.length, stage.open?.chosen]).toEqual([[], 1, ['ben', 'stranger']]);
    expect(stage.open?.refused[0]).toMatch(said);
    delete answers['stranger'];
    await stage.actions.go();
    expect([stage.done, stage.open]).toEqual([['sent ben 3', 'sent stranger 3'], undefined]);
  });

  it('sends nothing where there is no safety to ask', async () => {
    const stage = new Stage({});
    const bare = new ForwardActions({ model: stage.model, changed: () => undefined, safety: undefined } as unknown as Parts, {} as ConstructorParameters<typeof ForwardActions>[1]);
    bare.open(stage.bubble);
    bare.choose('ben', true);
    await bare.go();
    expect(stage.open?.refused).toEqual(['Nothing was sent: it could not be checked for Ben. Try again.']);
  });

  it('is paused where the review of any chat says so, and for one press sends, reports or deletes as the app does', async () => {
    for (const [action, done] of [['send-anyway', ['sent ben 3', 'sent stranger 3']], ['delete', ['deleted m1']], ['report', ['report ben']]] as const) {
      const stage = new Stage({ stranger: PAUSED });
      await stage.go('ben', 'stranger');
      expect([stage.done, stage.open?.pause?.catalogue.lang]).toEqual([[], 'en']);
      const { forward } = stage.open?.pause ?? {};
      if (forward === undefined) throw new Error('no pause');
      await stage.actions.pressed({ action, forward });
      await stage.actions.pressed({ action, forward });
      expect([stage.done, stage.open]).toEqual([done, undefined]);
    }
  });

  it('tells the review what the person reported, and what waits to be sent', async () => {
    for (const [report, marked] of [[undefined, undefined], [{ id: 'r', isSent: true }, 'reported'], [{ id: 'r', isSent: false }, 'harmful']] as const) {
      const stage = new Stage({});
      if (report !== undefined) stage.bubble.report = report;
      await stage.go('ben');
      expect(stage.asked.map(({ forwarded }) => forwarded)).toEqual([{ hops: 2, notices: [], marked }]);
    }
  });

  it('does nothing more where it was put away, or changed, while the review ran', async () => {
    const stage = new Stage({ ben: PAUSED });
    stage.actions.open(stage.bubble);
    stage.actions.choose('ben', true);
    const going = stage.actions.go();
    stage.actions.putAway();
    await going;
    expect([stage.done, stage.open]).toEqual([[], undefined]);
  });
});
