import { isLongForChain } from '../contract/chain.ts';
import type { ReportedCopies, Report } from '../contract/report.ts';
import type { Safety } from '../contract/safety.ts';
import type { LazyChain } from './lazy-chain.ts';
import { loadPart } from './load-part.ts';
import type { CopiesIn } from './report-copies.ts';

/** Sketches of the messages that a report may hold. */
export interface Sketching {
  /** They are there, or will not be. Where nobody waits for it, what comes late is in a later preview. */
  readonly ready: Promise<void>;
  /** A report and what it says of copies among the messages that stand in it whole. @param again builds the same report with that */
  complete(plain: Report, again: (duplicates: ReportedCopies) => Report): Report;
}

/**
 * Asks for the sketches of the long ones of these texts, once, under the salt of these terms. Of a contact's messages too, for the person means to report them. Nothing is looked at or
 * loaded where chain messages are switched off, or no text is long.
 */
export function sketchTexts({ safety, watch }: { readonly safety: Pick<Safety, 'settings'>; readonly watch: Pick<LazyChain, 'part'> }, policy: string | undefined, texts: readonly (string | undefined)[]): Sketching {
  const { chain, notices } = safety.settings;
  const long = chain.enabled && notices !== 'off' ? texts.filter(isLong) : [];
  let copiesIn: CopiesIn | undefined;
  let lack = 'deadline';
  const read = async (): Promise<void> => {
    if (!long[0] || policy === undefined) return;
    const { readCopies } = await loadPart(() => import('./report-copies.ts'));
    copiesIn = await readCopies(await watch.part(), policy, long);
  };
  const ready = read().catch((error: unknown) => { lack = codeOf(error) ?? 'worker-failed'; });
  return {
    ready,
    complete(plain, again) {
      if (!plain.messages.some((one) => one.shown === 'whole' && long.includes(one.body.text ?? ''))) return plain;
      const duplicates = plain.policy !== policy ? without('policy-mismatch') : copiesIn ? copiesIn(plain.messages) : without(lack);
      // The messages come first where not all fits.
      for (const one of duplicates ? [duplicates, without('limit-exceeded')] : []) {
        try {
          return again(one);
        } catch (error) {
          if (codeOf(error) !== 'limit-exceeded') throw error;
        }
      }
      return plain;
    },
  };
}

function isLong(text: string | undefined): text is string {
  return text !== undefined && isLongForChain({ message: { text }, context: { relationship: 'stranger' } });
}

function without(degraded: string): ReportedCopies {
  return { sketches: [], distinctSenders: 0, degraded };
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}
