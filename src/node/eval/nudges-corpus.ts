import type { TextNudge } from '../../contract/outgoing.ts';

/** What a line gives away; `ordinary`: nothing. */
export type NudgeKind = TextNudge | 'ordinary';

export interface NudgeLine {
  readonly lang: string;
  readonly kind: NudgeKind;
  /** Under each heading the first line, the third and so on are for writing rules, the others for measuring. */
  readonly half: 'dev' | 'test';
  readonly text: string;
}

const KINDS: readonly NudgeKind[] = ['phone', 'address', 'school', 'ordinary'];

/** Lines of `models/nudges/corpus/<lang>.txt`; those under another heading than the four are left out. */
export function readNudgeCorpus(lang: string, file: string): readonly NudgeLine[] {
  return file.split(/^## /mu).slice(1).flatMap((part) => {
    const [heading, ...lines] = part.split('\n').filter((line) => line.trim() !== '');
    const kind = KINDS.find((one) => one === heading?.trim());
    return kind === undefined ? [] : lines.map((text, n): NudgeLine => ({ lang, kind, half: n % 2 === 0 ? 'dev' : 'test', text }));
  });
}
