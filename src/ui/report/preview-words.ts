import type { ReportInHand } from '../../contract/reporting.ts';
import type { Catalogue } from '../catalogue.ts';
import { plainLine } from '../plain-name.ts';
import type { PreviewWords } from './report-preview.ts';
import { wordsOf } from './report-words.ts';

/** Texts, times, languages and names in one language. What is no time has no text, and what is no language reads as it is. */
export function previewWords(catalogue: Catalogue, unknown: { readonly language: string; readonly sender: string }, nameOf: (senderId: string | undefined) => string | undefined): PreviewWords {
  const { lang } = catalogue;
  const dates = new Intl.DateTimeFormat(lang === '' ? undefined : lang, { dateStyle: 'medium', timeStyle: 'short' });
  const languages = new Intl.DisplayNames([lang === '' ? 'en' : lang], { type: 'language' });
  return {
    ...wordsOf(catalogue),
    // A sender's clock says what it likes.
    when: (time) => orElse('', () => dates.format(time)),
    language: (tag) => (tag === 'und' ? unknown.language : orElse(tag, () => languages.of(tag) ?? tag)),
    nameOf: (senderId) => plainLine(nameOf(senderId)) ?? senderId ?? unknown.sender,
  };
}

/** Whom the report is about, by the message that was pressed or the last. */
export function otherIn({ messages = [], target }: Partial<ReportInHand> = {}): string | undefined {
  return messages.filter(({ isOwn, id }) => !isOwn && (target?.messageId === undefined || id === target.messageId)).at(-1)?.senderId;
}

function orElse(instead: string, make: () => string): string {
  try {
    return make();
  } catch {
    return instead;
  }
}
