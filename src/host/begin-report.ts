import type { ReportableThread, ReportInHand, ReportTarget } from '../contract/reporting.ts';
import { loadPart } from './load-part.ts';
import type { ReportTools } from './report-desk.ts';

/**
 * `Safety['report']`. Its part is loaded with the first call; the host is asked at once, and what it says is copied at once, for it may delete or edit what it is
 * about while that loads.
 */
export async function beginReport(tools: Omit<ReportTools, 'thread'>, of: ReportTarget): Promise<ReportInHand> {
  const asked = tools.reports?.thread(of);
  const [thread, { openReport }] = await Promise.all([asked && 'then' in asked ? asked.then(copy) : copy(asked), loadPart(() => import('./report-desk.ts'))]);
  return openReport({ ...tools, thread }, of);
}

function copy(thread: ReportableThread | undefined): ReportableThread | undefined {
  return structuredClone(thread);
}
