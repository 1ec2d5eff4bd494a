import { isSafetyError } from '../../contract/errors.ts';
import { checkReceipt, REPORT_LIMITS, URGENCIES, type RecipientKey, type SignedReceipt, type Urgency } from '../../report/index.ts';
import type { CaseRecord } from './indicators.ts';

/** A line of the file of cases: a `CaseRecord` whose receipts still carry their signatures. */
export type CaseLine = Omit<CaseRecord, 'receipts'> & { readonly receipts: readonly SignedReceipt[] };

/**
 * Figures stand on what was signed to people, not on what somebody wrote into a file.
 * @returns `undefined` for what is no case; `forged` counts receipts that no key of the list signed
 */
export async function readCase(value: unknown, keys: readonly RecipientKey[]): Promise<{ readonly record: CaseRecord; readonly forged: number } | undefined> {
  if (!isCaseLine(value)) return undefined;
  const checked = await Promise.all(value.receipts.map(async (signed) => {
    try {
      const receipt = await checkReceipt(signed, keys);
      return receipt.reportId === value.reportId ? receipt : undefined;
    } catch (error) {
      if (isSafetyError(error)) return undefined;
      throw error;
    }
  }));
  const receipts = checked.filter((receipt) => receipt !== undefined).sort((a, b) => a.number - b.number);
  return { record: { ...value, receipts }, forged: checked.length - receipts.length };
}

function isCaseLine(value: unknown): value is CaseLine {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Partial<Record<keyof CaseLine, unknown>>;
  const isTime = (time: unknown): boolean => Number.isFinite(time) && Math.abs(time as number) <= 8.64e15;
  return typeof one.reportId === 'string' && isTime(one.receivedAt) && typeof one.language === 'string' && URGENCIES.includes(one.urgency as Urgency)
    && Array.isArray(one.receipts) && one.receipts.every((receipt: unknown) => typeof receipt === 'object' && receipt !== null)
    && [one.reporter, one.account, one.cluster, one.policy].every((token) => token === undefined || typeof token === 'string')
    && (one.sketches === undefined || (Array.isArray(one.sketches) && one.sketches.length <= REPORT_LIMITS.messages && one.sketches.every(isSketch)))
    && (one.priorActions === undefined || Number.isSafeInteger(one.priorActions)) && (one.firstSentAt === undefined || isTime(one.firstSentAt));
}

function isSketch(value: unknown): boolean {
  const { size, sketch } = (value ?? {}) as { readonly size?: unknown; readonly sketch?: unknown };
  return Number.isSafeInteger(size) && (size as number) > 0 && (size as number) <= 0xffff && typeof sketch === 'string' && /^[\w-]{683}$/u.test(sketch);
}
