import type { Writing } from '../../contract/report.ts';
import type { OfferedMessage, ReportChoices, ReportInHand } from '../../contract/reporting.ts';
import { make } from '../element.ts';
import { checkbox, choose, folded, radios, writeIn, type Option } from './report-fields.ts';
import type { PreviewWords } from './report-preview.ts';

/** What the person has chosen so far. `preset`: the category came with the emergency, and goes with it. */
export type Chosen = { -readonly [Name in keyof ReportChoices]?: ReportChoices[Name] } & { partner?: boolean; preset?: boolean };

export interface ReportForm {
  readonly fields: HTMLElement;
  focusCategory(): void;
  /** How the messages that are in are written: what the person does not say themselves follows them. */
  follow(writing: Writing | undefined): void;
}

const URGENCIES = ['emergency', 'today', 'routine'] as const;
const REASONS = ['violence-may-happen', 'someone-in-danger', 'child-in-danger', 'spreading-fast', 'meeting-soon', 'money-leaving'] as const;
const CONTACTS = ['status', 'reply', 'none'] as const;
const ENCODINGS = ['unicode', 'zawgyi', 'unclear'] as const;
/** What can be detected, and what is offered beside it. */
const LANGUAGES = [
  'und', 'am', 'ar', 'bn', 'de', 'el', 'en', 'es', 'fa', 'fr', 'he', 'hi', 'hy', 'id', 'it', 'ja', 'ka', 'km', 'ko', 'lo', 'mnw', 'ms', 'my', 'pt', 'ru', 'shn', 'si', 'sw', 'ta', 'te', 'th', 'tl', 'tr', 'uk',
  'ur', 'vi', 'zh',
] as const;
const NOTE_UNITS = 2_000;

/** The fields of a report. Whatever is changed is written into `chosen`, and told. Nothing is ticked for the person but what `chosen` holds. */
export function reportForm(hand: ReportInHand, chosen: Chosen, { say, nameOf, when, language }: PreviewWords, told: () => void): ReportForm {
  const pick = <Name extends keyof Chosen>(name: Name) => (value: unknown): void => {
    if (value === undefined) delete chosen[name];
    else chosen[name] = value as never;
    told();
  };
  const options = <Key extends string>(keys: readonly Key[], label: (key: Key) => string): readonly Option[] => keys.map((key) => [key, label(key)] as const);
  const write = (name: 'language' | 'encoding') => (value: string): void => { pick('writing')({ ...chosen.writing, [name]: value }); };

  const reason = choose(say('why-urgent'), [['', say('reason-none')], ...options(REASONS, (key) => say(`reason-${key}`))], chosen.urgencyReason ?? '', (value) => {
    pick('urgencyReason')(value === '' ? undefined : value);
  });
  const categories = make('div');
  const drawCategories = (): void => {
    const urgency = chosen.urgency ?? 'routine';
    categories.replaceChildren(radios('category', say('category'), options(hand.categories(urgency), (key) => say(`category-${key}`)), chosen.category, (value) => {
      delete chosen.preset;
      pick('category')(value);
    }));
    reason.label.hidden = urgency === 'routine';
  };
  const urgency = radios('urgency', say('urgency'), options(URGENCIES, (key) => say(`urgency-${key}`)), chosen.urgency ?? 'routine', (value) => {
    // Two presses of an emergency: this one, and Send. It is said in the preview, one press changes it, and it goes where the emergency was only passed.
    const [first] = hand.categories('emergency');
    if (value === 'emergency' && chosen.category === undefined && first !== undefined) Object.assign(chosen, { category: first, preset: true });
    else if (value !== 'emergency' && chosen.preset === true) {
      delete chosen.category;
      delete chosen.preset;
    }
    if (value === 'routine') {
      delete chosen.urgencyReason;
      reason.select.value = '';
    }
    pick('urgency')(value);
    drawCategories();
  });
  drawCategories();
  const corrected = chosen.writing ?? {};
  const languages = choose(say('language'), options([...new Set([...LANGUAGES, ...corrected.language === undefined ? [] : [corrected.language]])], language), corrected.language ?? 'und', write('language'));
  const encodings = choose(say('encoding'), options(ENCODINGS, (key) => say(`encoding-${key}`)), corrected.encoding ?? 'unclear', write('encoding'));
  encodings.label.hidden = true;

  return {
    fields: make('div', { class: 'form' }, urgency, reason.label, categories, checkbox(chosen.involvesChild === true, pick('involvesChild'), say('child')), ...messages(), more()),
    focusCategory() { categories.querySelector('input')?.focus(); },
    follow(writing) {
      if (writing === undefined) return;
      languages.select.value = writing.language;
      encodings.select.value = writing.encoding;
      encodings.label.hidden = writing.script !== 'Mymr';
    },
  };

  function messages(): readonly HTMLElement[] {
    if (hand.messages.length === 0) return [];
    const inside = new Set(chosen.messages ?? hand.startsWith);
    const closed = new Set(chosen.closed);
    return [folded('messages', say('choose-messages'), ...hand.messages.flatMap((one) => choiceOf(one, inside, closed)))];
  }

  /** In or out, and where a moderator can tell that it was sent, with its words or without. */
  function choiceOf({ id, isOwn, isProvable, senderId, sentAt, text }: OfferedMessage, inside: Set<string>, closed: Set<string>): readonly HTMLElement[] {
    const change = (set: Set<string>, isIn: boolean): void => {
      if (isIn) set.add(id);
      else set.delete(id);
    };
    const wordless = checkbox(closed.has(id), (isClosed) => {
      change(closed, isClosed);
      pick('closed')([...closed]);
    }, say('close-it'));
    wordless.hidden = !inside.has(id);
    const row = checkbox(inside.has(id), (isIn) => {
      change(inside, isIn);
      wordless.hidden = !isIn;
      pick('messages')([...inside]);
    }, make('small', {}, make('bdi', {}, isOwn ? say('me') : nameOf(senderId)), ` · ${when(sentAt)}`), make('bdi', { class: 'said', dir: 'auto' }, text === '' ? say('no-text') : text));
    return isProvable ? [row, wordless] : [row];
  }

  function more(): HTMLElement {
    const { partner } = hand.recipients;
    return folded('more', say('more'),
      writeIn(say('note'), NOTE_UNITS, chosen.note ?? '', pick('note')), languages.label, encodings.label,
      choose(say('contact'), options(CONTACTS, (key) => say(`contact-${key}`)), chosen.contact ?? 'status', pick('contact')).label,
      ...hand.notices.length === 0 ? [] : [checkbox(chosen.notices !== undefined, (isIn) => { pick('notices')(isIn ? hand.notices.map(({ id }) => id) : undefined); }, say('notices-in'))],
      ...partner === undefined ? [] : [checkbox(chosen.partner === true, pick('partner'), say('partner', { name: partner }))]);
  }
}
