import type { ScreenItem } from '../contract/engine.ts';
import { isSafetyError, SafetyError, type SafetyErrorCode } from '../contract/errors.ts';
import type { ModelAnswer, ModelPoints } from '../contract/host-model.ts';
import { LIMITS } from '../contract/limits.ts';
import type { Message } from '../contract/message.ts';
import { scoresScams } from '../contract/required-assets.ts';
import type { Safety } from '../contract/safety.ts';
import { isScored, listSurfaces } from '../contract/surfaces.ts';
import { ProgressClock } from './progress-clock.ts';
import type { RestartBudget } from './restart-budget.ts';

/** A host's model at work, in a sealed worker or in this process. */
export interface RunningModel {
  /** @throws {SafetyError} model-invalid: no answer to this message; deadline, worker-failed: it is of no use any more */
  score(texts: readonly string[]): Promise<ModelAnswer>;
  end(): Promise<void>;
}

/** A host's model seen from the screening of messages. */
export interface TextScorer {
  /**
   * The items with what the model says of them, where scam notices are switched on. Waits at most its deadline for one message,
   * and for none while an earlier one is overdue: that one is `degraded` then. Never rejects.
   * @param all for evaluation: those that could get no notice as well @throws {SafetyError} with `all`: what would be `degraded`
   */
  judge(items: readonly ScreenItem[], all?: boolean): Promise<readonly ScreenItem[]>;
  /** Once, first: started and ended as the settings say. */
  follow(safety: Pick<Safety, 'settings' | 'subscribe'>): void;
  end(): Promise<void>;
}

export interface ScorerParts {
  readonly points: ModelPoints;
  readonly deadlineMs: number;
  /** Past it, starts are not tried any more for this minute. */
  readonly budget: Pick<RestartBudget, 'hasLeft' | 'spend'>;
  /** @throws {SafetyError} why it cannot be had */
  readonly open: () => Promise<RunningModel>;
}

/** Nobody's chat waits for an evaluation: it may begin with the start of the model. */
const EVALUATION_MS = 30_000;
/** Another attempt would end the same way until the page is loaded anew. */
const FINAL: readonly SafetyErrorCode[] = ['model-invalid', 'asset-integrity', 'asset-mismatch', 'no-wasm', 'limit-exceeded'];

export function createScorer({ points, deadlineMs, budget, open }: ScorerParts): TextScorer {
  const clock = new ProgressClock();
  let safety: Pick<Safety, 'settings'> | undefined;
  let opening: Promise<RunningModel> | undefined;
  let code: SafetyErrorCode = 'worker-failed';
  let late = false;
  const isOn = (): boolean => safety !== undefined && scoresScams(safety.settings);

  function opened(): Promise<RunningModel> {
    if (opening !== undefined) return opening;
    if (FINAL.includes(code) || !budget.hasLeft()) return Promise.reject(failure(code));
    const coming = opening = open();
    coming.catch((error: unknown) => {
      code = codeOf(error);
      budget.spend();
      if (opening === coming) opening = undefined;
    });
    return coming;
  }

  async function close(): Promise<void> {
    const last = opening;
    opening = undefined;
    await (await last?.catch(() => undefined))?.end();
  }

  async function score(texts: readonly string[]): Promise<ModelAnswer> {
    const running = opened();
    const model = await running;
    try {
      return plainAnswer(await model.score(texts));
    } catch (error) {
      // One that was switched off meanwhile is no loss.
      if (opening === running && codeOf(error) !== 'model-invalid') {
        code = codeOf(error);
        budget.spend();
        void close();
        // At once, not with the next message, which would wait for it.
        opened().catch(() => undefined);
      }
      throw error;
    }
  }

  /** One at a time. @throws {SafetyError} deadline, and what `work` rejects with */
  function inTime(texts: readonly string[], ms: number): Promise<ModelAnswer> {
    if (late) return Promise.reject(failure('deadline'));
    return new Promise((resolve, reject) => {
      clock.arm(ms, () => {
        late = true;
        reject(failure('deadline'));
      });
      score(texts).then(resolve, reject).finally(() => {
        clock.disarm();
        late = false;
      });
    });
  }

  return {
    async judge(items, all = false) {
      if (!isOn()) return items;
      const judged: ScreenItem[] = [];
      for (const item of items) {
        if (!all && (item.mode !== 'live' || !item.row.mayNotice || item.message.direction !== 'incoming')) {
          judged.push(item);
          continue;
        }
        let answer: ModelAnswer = { score: 0, covered: true };
        let failed: SafetyErrorCode | undefined;
        const texts = scoredTexts(item.message);
        try {
          if (texts.length > 0) answer = await inTime(texts, all ? EVALUATION_MS : deadlineMs);
        } catch (error) {
          if (all) throw error;
          failed = codeOf(error);
        }
        judged.push({ ...item, hosted: { ...answer, points, degraded: failed === undefined ? [] : [{ check: 'scam', code: failed }] } });
      }
      return judged;
    },
    follow(made) {
      safety = made;
      const look = (): void => {
        if (isOn()) opened().catch(() => undefined);
        else void close();
      };
      made.subscribe(({ kind }) => { if (kind === 'settings') look(); });
      look();
    },
    async end() {
      safety = undefined;
      await close();
    },
  };
}

/** What a scam model reads of a message, no longer than an engine takes. */
function scoredTexts(message: Message): readonly string[] {
  return listSurfaces(message).surfaces.filter(({ name }) => isScored(name)).map(({ text }) => text.slice(0, LIMITS.messageUnits));
}

/** These two and nothing else, whatever came out of the worker. @throws {SafetyError} model-invalid */
function plainAnswer({ score, covered }: ModelAnswer): ModelAnswer {
  if (typeof score !== 'number' || !(score >= 0 && score <= 1) || typeof covered !== 'boolean') throw failure('model-invalid');
  return { score, covered };
}

function codeOf(error: unknown): SafetyErrorCode {
  return isSafetyError(error) ? error.code : 'worker-failed';
}

function failure(code: SafetyErrorCode): SafetyError {
  return new SafetyError(code, 'The host\'s model gives no answer.');
}
