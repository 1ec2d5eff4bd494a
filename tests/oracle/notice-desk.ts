// The notice desk as its rules are written, from a full diary of everything that ever happened. Slow, and remembers what the real one must not.

import type { DeskAnswer } from '../../src/decide/notices/answers.ts';
import type { Candidate, EvidenceGroup } from '../../src/decide/notices/candidate.ts';

const DAY = 86_400_000;

interface Shown {
  readonly conversation: string;
  readonly at: number;
  readonly candidate: Candidate;
  readonly interstitial: boolean;
}

interface Answered {
  readonly conversation: string;
  readonly at: number;
  readonly answer: DeskAnswer;
  readonly about: Candidate;
}

export class SlowDesk {
  readonly shown: Shown[] = [];
  readonly #answers: Answered[] = [];

  #time(now: number): number {
    return Math.max(now, 0, ...this.shown.map(({ at }) => at), ...this.#answers.map(({ at }) => at));
  }

  answer(conversation: string, answer: DeskAnswer, about: Candidate, now: number): void {
    this.#answers.push({ conversation, at: this.#time(now), answer, about });
  }

  consider(conversation: string, candidates: readonly Candidate[], now: number): Shown | undefined {
    const at = this.#time(now);
    for (const level of ['strong', 'tip']) {
      for (const kind of level === 'strong' ? ['contact', 'impersonation', 'scam', 'chain'] : ['impersonation', 'scam', 'contact', 'chain']) {
        for (const candidate of candidates.filter((one) => one.kind === kind && one.level === level)) {
          if (!this.#allowed(conversation, candidate, at)) continue;
          const week = this.#week(at);
          const shown = { conversation, at, candidate, interstitial: level === 'strong' && !week.some(({ interstitial }) => interstitial) };
          this.shown.push(shown);
          return shown;
        }
      }
    }
    return undefined;
  }

  #week(at: number): readonly Shown[] {
    return this.shown.filter((one) => at - one.at < 7 * DAY);
  }

  /** Whether an answer silences it, whatever the budgets say. */
  silenced(conversation: string, candidate: Candidate, now: number): boolean {
    return !this.#heard(conversation, candidate, this.#time(now));
  }

  #heard(conversation: string, candidate: Candidate, at: number): boolean {
    const answers = this.#answers.filter((one) => one.conversation === conversation);
    if (answers.some(({ answer }) => answer === 'blocked')) {
      if (candidate.kind !== 'impersonation') return false;
    } else {
      if (answers.some(({ answer }) => answer === 'trusted')) return false;
      if (answers.some((one) => one.answer === 'keep-chatting' && at - one.at < 30 * DAY)) return false;
      if (answers.some((one) => one.answer === 'dismissed' && at - one.at < 7 * DAY)) return false;
      if (this.#answers.some((one) => one.answer === 'not-helpful' && at - one.at < 90 * DAY
        && one.about.kind === candidate.kind && one.about.reasons[0] === candidate.reasons[0])) return false;
    }
    return true;
  }

  #allowed(conversation: string, candidate: Candidate, at: number): boolean {
    if (!this.#heard(conversation, candidate, at)) return false;
    const week = this.#week(at);
    if (week.length >= 2 || (candidate.level === 'tip' && week.some((one) => one.candidate.level === 'tip'))) return false;
    const own = this.shown.filter((one) => one.conversation === conversation);
    const last = own.at(-1);
    if (last === undefined || at - last.at >= 365 * DAY) return true;
    // What was shown before a year without any is forgotten.
    const since = own.filter((_, n) => own.slice(n + 1).every((next, k) => next.at - (own[n + k] as Shown).at < 365 * DAY));
    const told = new Set<EvidenceGroup>(since.flatMap((one) => one.candidate.groups));
    return candidate.groups.some((group) => !told.has(group)) || (since.length < 3 && at - last.at >= 7 * DAY);
  }
}
