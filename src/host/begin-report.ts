import type { ReportInHand, ReportTarget } from '../contract/reporting.ts';
import { loadPart } from './load-part.ts';
import type { ReportTools } from './report-desk.ts';

/** `Safety['report']`. Its part is loaded with the first call; the host is asked at once, for it may delete what it is about while that loads. */
export async function beginReport(tools: Omit<ReportTools, 'thread'>, of: ReportTarget): Promise<ReportInHand> {
  const [thread, { openReport }] = await Promise.all([tools.given?.thread(of), loadPart(() => import('./report-desk.ts'))]);
  return openReport({ ...tools, thread }, of);
}
