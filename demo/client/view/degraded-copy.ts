import type { Degraded } from 'inward';

const CHECKS: Readonly<Record<Degraded['check'], string>> = {
  'hidden-words': 'hidden words', 'scam': 'scam notes', 'links': 'links', 'media': 'pictures', 'state': 'what was seen before', 'settings': 'your settings',
};

/** One honest line under a message whose checks did not all run. */
export function degradedCopy(degraded: readonly Degraded[]): string | undefined {
  if (degraded.length === 0) return undefined;
  const list = (entries: readonly Degraded[]): string => [...new Set(entries.map((entry) => CHECKS[entry.check]))].join(', ');
  const cut = degraded.filter((entry) => entry.code === 'limit-exceeded');
  const missing = degraded.filter((entry) => entry.code !== 'limit-exceeded');
  const lines: string[] = [];
  if (cut.length > 0) lines.push(`Too long to check to the end (${list(cut)}).`);
  if (missing.length > 0) lines.push(`Not checked: ${list(missing)} (${[...new Set(missing.map((entry) => entry.code))].join(', ')}).`);
  return lines.join(' ');
}
