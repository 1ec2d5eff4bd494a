import { defaultSettings } from '../../contract/default-settings.ts';
import type { Message } from '../../contract/message.ts';
import type { About, Safety } from '../../contract/safety.ts';
import { explainMessage, explainThread } from '../../testing/index.ts';
import { createSafety } from '../index.ts';
import type { Judgement, ScamLevel } from './scam-rows.ts';

const HOUR_MS = 3_600_000;
/** Later than everything that is judged: a message counts as sent no later than now, and conversations go by the order in which messages were sent. */
export const JUDGED_AT = 10_000 * HOUR_MS;

/** A message of a conversation. */
export interface TurnToJudge {
  /** The person who uses the phone wrote it. */
  readonly mine: boolean;
  readonly text: string;
}

export interface ScamJudge {
  readonly about: About;
  /** One text by itself, and whether a notice is shown where it is the first message of a stranger. Nothing is learned or kept. @param id for errors only */
  judge(text: string, id?: string): Promise<Judgement>;
  /** A conversation with a stranger, oldest first: what each message deserves once it is in it. Nothing of it stays. */
  judgeThread(turns: readonly TurnToJudge[]): Promise<readonly ScamLevel[]>;
  close(): Promise<void>;
}

/** The engine as hosts have it, with scam notices on. About 20 ms. @throws {SafetyError} as `createSafety` */
export async function openScamJudge(): Promise<ScamJudge> {
  return judgeOver(await createSafety({ settings: { ...defaultSettings(), scam: { enabled: true } }, now: () => JUDGED_AT }));
}

/** @param safety with scam notices on; `close` disposes of it */
export function judgeOver(safety: Safety): ScamJudge {
  return {
    about: safety.about(),
    async judge(text, id = 'text') {
      const name = id.slice(-256);
      const message: Message = { id: name, conversationId: name, kind: 'text', text, sentAt: 0, direction: 'incoming' };
      const { scam: { score, level, family, lang } } = await explainMessage(safety, message, { relationship: 'stranger' });
      const [first] = await explainThread(safety, [message], { relationship: 'stranger' });
      return { score, level, shown: (first?.scam.level ?? 'none') !== 'none', family, detected: lang };
    },
    async judgeThread(turns) {
      const messages = turns.map(({ mine, text }, n): Message => ({
        id: `turn ${n}`, conversationId: 'thread', kind: 'text', text, sentAt: n * HOUR_MS, direction: mine ? 'outgoing' : 'incoming',
      }));
      return (await explainThread(safety, messages, { relationship: 'stranger' })).map(({ scam: { level } }) => level);
    },
    close: () => safety.dispose(),
  };
}
