import type { ScreenItem } from '../contract/engine.ts';
import { isSafetyError, SafetyError, type SafetyErrorCode } from '../contract/errors.ts';
import type { HostScore, LanguagePoints, ModelAnswer, ModelLanguage, ModelPoints } from '../contract/host-model.ts';
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
  readonly points: LanguagePoints;
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
  const strictest = strictestOf(points);
  const none = { score: 0, covered: true, points: strictest };
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

  function scored({ score, lang, sure }: ModelAnswer): HostScore {
    const own = Object.hasOwn(points, lang) ? points[lang as ModelLanguage] : undefined;
    if (own === undefined) return { ...none, covered: false, degraded: [] };
    return { score, covered: true, points: sure ? [own.tip, own.strong] : strictest, degraded: [] };
  }

  return {
    async judge(items, every = false) {
      if (!isOn()) return items;
      const judged: ScreenItem[] = [];
      for (const item of items) {
        // Nothing written is nothing to be covered; and of whom one knows the built-in scorer says nothing either.
        let hosted: HostScore = { ...none, degraded: [] };
        const isAsked = every || (item.mode === 'live' && item.row.mayNotice === true && item.message.direction === 'incoming');
        const texts = isAsked ? scoredTexts(item.message) : [];
        try {
          if (texts.length > 0) hosted = scored(await inTime(texts, every ? EVALUATION_MS : deadlineMs));
        } catch (error) {
          if (every) throw error;
          hosted = { ...none, degraded: [{ check: 'scam', code: codeOf(error) }] };
        }
        judged.push({ ...item, hosted });
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

/** The highest of all languages, for a text whose language is unsure. */
function strictestOf(points: LanguagePoints): HostScore['points'] {
  const all: readonly ModelPoints[] = Object.values(points);
  return [Math.max(...all.map(({ tip }) => tip)), Math.max(...all.map(({ strong }) => strong))];
}

/** What a scam model reads of a message, no longer than an engine takes. */
function scoredTexts(message: Message): readonly string[] {
  return listSurfaces(message).surfaces.filter(({ name }) => isScored(name)).map(({ text }) => text.slice(0, LIMITS.messageUnits));
}

/** Just this, whatever came out of the worker. @throws {SafetyError} model-invalid */
function plainAnswer({ score, lang, sure }: ModelAnswer): ModelAnswer {
  if (typeof score !== 'number' || !(score >= 0 && score <= 1) || typeof lang !== 'string' || typeof sure !== 'boolean') throw failure('model-invalid');
  return { score, lang, sure };
}

function codeOf(error: unknown): SafetyErrorCode {
  return isSafetyError(error) ? error.code : 'worker-failed';
}

function failure(code: SafetyErrorCode): SafetyError {
  return new SafetyError(code, 'The host\'s model gives no answer.');
}
