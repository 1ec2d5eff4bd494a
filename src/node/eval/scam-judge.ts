import { defaultSettings } from '../../contract/default-settings.ts';
import type { About, Safety } from '../../contract/safety.ts';
import { explainMessage } from '../../testing/index.ts';
import { createSafety } from '../index.ts';
import type { Judgement } from './scam-rows.ts';

export interface ScamJudge {
  readonly about: About;
  /** One text by itself, as the first message of a stranger. Nothing is learned or kept. @param id for errors only */
  judge(text: string, id?: string): Promise<Judgement>;
  close(): Promise<void>;
}

/** The engine as hosts have it, with scam notices on. About 20 ms. @throws {SafetyError} as `createSafety` */
export async function openScamJudge(): Promise<ScamJudge> {
  return judgeOver(await createSafety({ settings: { ...defaultSettings(), scam: { enabled: true } }, now: () => 0 }));
}

/** @param safety with scam notices on; `close` disposes of it */
export function judgeOver(safety: Safety): ScamJudge {
  return {
    about: safety.about(),
    async judge(text, id = 'text') {
      const name = id.slice(-256);
      const { scam: { score, level, family, lang } } = await explainMessage(
        safety, { id: name, conversationId: name, kind: 'text', text, sentAt: 0, direction: 'incoming' }, { relationship: 'stranger' });
      return { score, level, family, detected: lang };
    },
    close: () => safety.dispose(),
  };
}
