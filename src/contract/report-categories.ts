/**
 * What a report is about, in the order of the paper's list (research: Meta, April 2022, §1), in words that judge nobody. Codes are only
 * ever added.
 */
export const CATEGORIES = [
  'may-cause-violence', 'threats', 'dangerous-group', 'illegal-goods', 'scam', 'self-harm', 'exploitation', 'bullying', 'privacy',
  'hate', 'graphic', 'unwanted-content', 'impersonation', 'chain-message', 'spam', 'other',
] as const;
export type ReportCategory = (typeof CATEGORIES)[number];

export const URGENCIES = ['emergency', 'today', 'routine'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Why it cannot wait. Codes are only ever added. */
export const URGENCY_REASONS = ['violence-may-happen', 'someone-in-danger', 'child-in-danger', 'spreading-fast', 'meeting-soon', 'money-leaving'] as const;
export type UrgencyReason = (typeof URGENCY_REASONS)[number];

const EMERGENCY_FIRST: readonly ReportCategory[] = ['may-cause-violence', 'self-harm', 'threats', 'exploitation'];
const EVERYDAY_FIRST: readonly ReportCategory[] = ['scam', 'bullying', 'impersonation', 'chain-message', 'spam'];

/** All categories, those first that are likely under this urgency: an emergency starts with what may cause violence. */
export function categoriesFor(urgency: Urgency): readonly ReportCategory[] {
  const first = urgency === 'emergency' ? EMERGENCY_FIRST : EVERYDAY_FIRST;
  return [...first, ...CATEGORIES.filter((category) => !first.includes(category))];
}
