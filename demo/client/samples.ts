import type { Persona } from '../wire.ts';

/** What a visitor can send with one press. All of it is made up for the playground. */
export interface Sample {
  readonly label: string;
  readonly text: string;
  readonly picture?: boolean;
  /** Messages that follow, each by itself: some things show in a conversation alone. */
  readonly then?: readonly string[];
}

const PARCEL: Sample = {
  label: 'Parcel fee',
  text: 'Your parcel is held at our depot because of an unpaid customs fee of $2.99. Pay today or it will be returned: https://parcel-desk.example/pay',
};

const SLOW_SCAM: Sample = {
  label: 'A scam, step by step',
  text: 'Hi Ines, it is Dana. Can we move the puppy class to Thursday at five?',
  then: [
    'Then it is a wrong number, sorry about that!',
    'I run a small studio near the harbour. What do you do all day?',
    'I only work mornings now. My uncle was an analyst and taught me short-term gold trading, yesterday I made 860 dollars in twenty minutes',
    'If you are curious I will guide you. Open an account here and start with 300 USDT, you see the profit the same day: https://gold-desk.example/join',
  ],
};

const GREETINGS: readonly Sample[] = [
  { label: 'Hello', text: 'Hello! Are you coming to the walk on Saturday?' },
  { label: 'မင်္ဂလာပါ', text: 'မင်္ဂလာပါ၊ နေကောင်းလား။' },
  { label: 'مرحبا', text: 'مرحبا، هل ستأتي إلى النزهة يوم السبت؟' },
  { label: 'नमस्ते', text: 'नमस्ते, आज शाम को मिलते हैं?' },
  { label: 'こんにちは', text: 'こんにちは。土曜日の散歩に来ますか。' },
  { label: 'Привет', text: 'Привет! Увидимся в субботу?' },
];

const STRANGER: readonly Sample[] = [
  PARCEL,
  SLOW_SCAM,
  { label: 'Account check', text: 'Your bank account has been suspended. Verify your card number now or you will lose access: https://bank-check.example/login' },
  { label: 'Hidden word', text: 'Do you like pineapple on pizza?' },
  { label: 'Same word, disguised', text: 'Do you like ｐｉｎｅ\u200bａｐｐｌｅ on pizza?' },
  { label: 'A link', text: 'The photos of the garden are here: https://photos.example/garden' },
  { label: 'A picture', text: 'The garden this morning', picture: true },
  { label: 'A very long message', text: 'A long walk in the park. '.repeat(3_000) },
];

export const SAMPLES: Readonly<Record<Persona, readonly Sample[]>> = {
  ada: [...GREETINGS, PARCEL],
  ben: [...GREETINGS, PARCEL, { label: 'Hidden word', text: 'Shall I bring pineapple?' }, { label: 'A picture', text: 'Look, the garden', picture: true }],
  stranger: [...STRANGER, ...GREETINGS],
};

/** Words that Ada starts with; neutral stand-ins for what a person would rather not read. */
export const FIRST_WORDS = [{ text: 'pineapple' }, { text: 'spoiler', match: 'prefix' }] as const;
