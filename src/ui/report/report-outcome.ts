import type { SealedFacts } from '../../contract/report-seal.ts';
import { make } from '../element.ts';
import type { PreviewWords } from './report-preview.ts';

/** What became of a report: what is stored of it, and nothing of what was said. `missing`: names of whom it did not reach, where others have it. */
export function outcomeOf({ reportId, messages, category, recipients, sealedAt }: SealedFacts, missing: readonly string[], { say, count, when }: PreviewWords): readonly Node[] {
  const rows = [
    [say('number'), reportId.slice(0, 8)], [say('to'), recipients.flatMap(({ name }) => (missing.includes(name) ? [] : [name])).join(' + ')],
    ...missing.length === 0 ? [] : [[say('missing'), missing.join(' + ')] as const], [say('category'), say(`category-${category}`)], [say('messages'), count('report-count', messages)],
  ] as const;
  return [make('dl', {}, ...rows.map(([label, value]) => make('div', {}, make('dt', {}, label), make('dd', {}, value)))), make('p', {}, when(sealedAt))];
}
