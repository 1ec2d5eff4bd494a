import type { ReportChoices, ReportInHand } from '../../contract/reporting.ts';
import { make } from '../element.ts';
import { checkbox, choose, folded, radios, writeIn, type Option } from './report-fields.ts';
import type { PreviewWords } from './report-preview.ts';

/** What the person has chosen so far. */
export type Chosen = { -readonly [Name in keyof ReportChoices]?: ReportChoices[Name] } & { partner?: boolean };

export interface ReportForm {
  readonly fields: HTMLElement;
  focusCategory(): void;
}

const URGENCIES = ['emergency', 'today', 'routine'] as const;
const REASONS = ['violence-may-happen', 'someone-in-danger', 'child-in-danger', 'spreading-fast', 'meeting-soon', 'money-leaving'] as const;
const CONTACTS = ['status', 'reply', 'none'] as const;
const ENCODINGS = ['unicode', 'zawgyi', 'unclear'] as const;
/** What is offered beside the one that was detected. */
const LANGUAGES = ['und', 'ar', 'bn', 'de', 'en', 'es', 'fa', 'fr', 'hi', 'id', 'it', 'ja', 'km', 'ko', 'lo', 'mnw', 'ms', 'my', 'pt', 'ru', 'shn', 'sw', 'ta', 'te', 'th', 'tl', 'tr', 'uk', 'ur', 'vi', 'zh'] as const;
const NOTE_UNITS = 2_000;

/** The fields of a report. Whatever is changed is written into `chosen`, and told. Nothing is ticked for the person but what `chosen` holds. */
export function reportForm(hand: ReportInHand, chosen: Chosen, { say, nameOf, when, language }: PreviewWords, told: () => void): ReportForm {
  const pick = <Name extends keyof Chosen>(name: Name) => (value: unknown): void => {
    if (value === undefined) delete chosen[name];
    else chosen[name] = value as never;
    told();
  };
  const options = <Key extends string>(keys: readonly Key[], label: (key: Key) => string): readonly Option[] => keys.map((key) => [key, label(key)] as const);

  const reason = choose(say('why-urgent'), [['', say('reason-none')], ...options(REASONS, (key) => say(`reason-${key}`))], chosen.urgencyReason ?? '', (value) => {
    pick('urgencyReason')(value === '' ? undefined : value);
  });
  const categories = make('div');
  const drawCategories = (): void => {
    const urgency = chosen.urgency ?? 'routine';
    categories.replaceChildren(radios('category', say('category'), options(hand.categories(urgency), (key) => say(`category-${key}`)), chosen.category, pick('category')));
    reason.hidden = urgency === 'routine';
  };
  const urgency = radios('urgency', say('urgency'), options(URGENCIES, (key) => say(`urgency-${key}`)), chosen.urgency ?? 'routine', (value) => {
    // Two presses of an emergency: this one, and Send. It is said in the preview, and one press changes it.
    const [first] = hand.categories('emergency');
    if (value === 'emergency' && first !== undefined) chosen.category ??= first;
    if (value === 'routine') delete chosen.urgencyReason;
    pick('urgency')(value);
    drawCategories();
  });
  drawCategories();

  return {
    fields: make('div', { class: 'form' }, urgency, reason, categories, checkbox(chosen.involvesChild === true, pick('involvesChild'), say('child')), ...messages(), more()),
    focusCategory() { categories.querySelector('input')?.focus(); },
  };

  function messages(): readonly HTMLElement[] {
    if (hand.messages.length === 0) return [];
    const inside = new Set(chosen.messages ?? hand.startsWith);
    return [folded('messages', say('choose-messages'), ...hand.messages.map((one) => checkbox(inside.has(one.id), (isIn) => {
      if (isIn) inside.add(one.id);
      else inside.delete(one.id);
      pick('messages')([...inside]);
    }, make('small', {}, make('bdi', {}, one.isOwn ? say('me') : nameOf(one.senderId)), ` · ${when(one.sentAt)}`),
    make('bdi', { class: 'said', dir: 'auto' }, one.text === '' ? say('no-text') : one.text))))];
  }

  function more(): HTMLElement {
    const detected = hand.preview({ category: 'other', messages: chosen.messages ?? hand.startsWith }).writing;
    const write = (name: 'language' | 'encoding') => (value: string): void => { pick('writing')({ ...chosen.writing, [name]: value }); };
    const { partner } = hand.recipients;
    return folded('more', say('more'),
      writeIn(say('note'), NOTE_UNITS, chosen.note ?? '', pick('note')),
      choose(say('language'), options([...new Set([detected.language, ...LANGUAGES])], language), chosen.writing?.language ?? detected.language, write('language')),
      ...detected.script === 'Mymr' ? [choose(say('encoding'), options(ENCODINGS, (key) => say(`encoding-${key}`)), chosen.writing?.encoding ?? detected.encoding, write('encoding'))] : [],
      choose(say('contact'), options(CONTACTS, (key) => say(`contact-${key}`)), chosen.contact ?? 'status', pick('contact')),
      ...hand.notices.length === 0 ? [] : [checkbox(chosen.notices !== undefined, (isIn) => { pick('notices')(isIn ? hand.notices.map(({ id }) => id) : undefined); }, say('notices-in'))],
      ...partner === undefined ? [] : [checkbox(chosen.partner === true, pick('partner'), say('partner', { name: partner }))]);
  }
}
