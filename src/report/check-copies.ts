import type { Report, ReportedCopies } from '../contract/report.ts';
import type { VerifiedMessage } from './verify-messages.ts';

/** What an opened report says of copies, beside what its messages give. */
export interface CheckedCopies {
  /** Ids of messages whose sketch is not what they give, or is of no message here. */
  readonly unlike: readonly string[];
  /** The number of senders is not what stands here. */
  readonly isCountForged: boolean;
  /** The same number over verified messages alone: who else sent one is the reporter's word. */
  readonly provenSenders: number;
  /** Of the report's sketches those that a verified message gives: what figures may count by. */
  readonly sketches: readonly CaseSketch[];
}

/** Of one message of a report, as it stood in the seal. */
export interface CaseSketch {
  readonly size: number;
  /** 512 bytes, base64url. */
  readonly sketch: string;
}

/**
 * Whoever seals a report can write any sketch and number into it, but not one that its messages do not give: they are made anew and compared.
 * @param messages of this report, as `verifyMessages` says
 * @param copiesOf makes them, by the kernel that devices have: `copiesOf` of `inward/node`, or in a page a `Safety` of the desk's own (docs/reports.md). What it throws is thrown
 */
export async function checkCopies(report: Report, messages: readonly VerifiedMessage[], copiesOf: (report: Report) => Promise<ReportedCopies | undefined>): Promise<CheckedCopies> {
  const { sketches = [], distinctSenders = 0, degraded } = report.duplicates ?? {};
  const made = await copiesOf(report);
  const proven = await copiesOf({ ...report, messages: report.messages.filter((_unused, at) => messages[at]?.state === 'verified') });
  const isGiven = (by: ReportedCopies | undefined) => (one: ReportedCopies['sketches'][number]): boolean =>
    by?.sketches.some((own) => own.messageId === one.messageId && own.size === one.size && own.sketch === one.sketch) === true;
  return {
    unlike: sketches.filter((one) => !isGiven(made)(one)).map(({ messageId }) => messageId),
    isCountForged: distinctSenders !== (degraded === undefined && report.duplicates ? made?.distinctSenders ?? 0 : 0), provenSenders: proven?.distinctSenders ?? 0,
    sketches: sketches.filter(isGiven(proven)).map(({ size, sketch }) => ({ size, sketch })),
  };
}
