import { countShare, type Share } from '../../src/node/eval/wilson.ts';
import { GROUPS_OF_HOST, type HostGroup } from './features.ts';
import type { Outcome } from './outcomes.ts';

/** Benign threads by name of a part of them: how many were told of, and strongly. */
export class BenignCounts {
  readonly #parts = new Map<string, [n: number, told: number, strong: number]>();
  readonly #dropped = new Map<HostGroup, [n: number, told: number, strong: number, toldWith: number]>();

  add(outcome: Outcome): void {
    const { person, sender, full, without } = outcome;
    const minor = person.age !== 'adult';
    const told = full.noticeAt > 0 ? 1 : 0;
    const strong = full.strongAt > 0 ? 1 : 0;
    const parts = ['all', minor ? 'minors' : 'adults', `role ${sender.role}`, `region ${person.south ? 'south' : 'north'}`, `script ${person.script}`,
      `diaspora ${person.diaspora ? 'yes' : 'no'}`, `language ${person.language}`, ...minor && full.stratum === 'reach' ? ['reach'] : []];
    for (const part of parts) {
      const [n, t, s] = this.#parts.get(part) ?? [0, 0, 0];
      this.#parts.set(part, [n + 1, t + told, s + strong]);
    }
    if (without === null) return;
    for (const group of GROUPS_OF_HOST) {
      const [n, t, s, w] = this.#dropped.get(group) ?? [0, 0, 0, 0];
      this.#dropped.set(group, [n + 1, t + (without[group].noticeAt > 0 ? 1 : 0), s + (without[group].strongAt > 0 ? 1 : 0), w + told]);
    }
  }

  notices(part: string): Share {
    const [n, told] = this.#parts.get(part) ?? [0, 0, 0];
    return countShare(told, n);
  }

  strong(part: string): Share {
    const [n, , strong] = this.#parts.get(part) ?? [0, 0, 0];
    return countShare(strong, n);
  }

  /** Names after a prefix, as they came. */
  names(prefix: string): readonly string[] {
    return [...this.#parts.keys()].filter((part) => part.startsWith(prefix)).map((part) => part.slice(prefix.length)).sort();
  }

  /** Largest over smallest share of notices among groups of one kind. */
  ratio(kind: string): number {
    const shares = this.names(`${kind} `).map((name) => this.notices(`${kind} ${name}`).share ?? 0);
    return Math.min(...shares) === 0 ? Infinity : Math.max(...shares) / Math.min(...shares);
  }

  /** Share told of without a group of the host's facts, and with all, of the same threads. */
  dropped(group: HostGroup): { readonly without: Share; readonly with: Share } {
    const [n, told, , withAll] = this.#dropped.get(group) ?? [0, 0, 0, 0];
    return { without: countShare(told, n), with: countShare(withAll, n) };
  }
}
