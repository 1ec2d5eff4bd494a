// Every rate of the simulator: its middle value, the range it is swept over, and where it comes from. Committed before any
// training; a later change needs a note in card.md. Nothing here was measured on messages of real people by this project.

export interface Rate {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

const ASSUMED = 'assumed';
const rate = (middle: number, low: number, high: number, source = ASSUMED): Rate => ({ middle, low, high, source });

export const ONS_2023 = 'ONS, Children\'s online behaviour, year to March 2023: 19.2 % of 10–15s spoke online with somebody never met';
export const OFCOM_2022 = 'Ofcom/Yonder 2022: 32 % of 8–17s with a profile have an adult user age (22–33 % in sweeps)';
export const THORN_2021 = 'Thorn 2021: about half of those blocked or reported make contact again';
export const THORN_2022 = 'Thorn 2022: about two thirds of minors were asked to change platform; 40 % ever approached';
export const WHATSAPP_2019 = 'WhatsApp, Stopping Abuse, 2019: over 2 M accounts banned a month, about 20 % at registration';
export const FACEBOOK_DEC = 'Xu et al. 2021, Deep Entity Classification: an account\'s neighbours are hard to fake';

/** One number each. */
export const RATES = {
  threadsPerTeenYear: rate(100, 30, 300, 'signals.md §3.4, assumed'),
  /** Of a minor's new threads; makes about 2 % of those from adults or people of unknown age (signals.md §3.3, assumed). */
  harmfulToMinors: rate(0.008, 0.004, 0.016),
  harmfulToAdults: rate(0.01, 0.005, 0.02),
  /** Factor on the share of `onlinePeer`: about 8 of 100 new threads at 19.2 % of children, of about 40 a year for each of them. */
  onlinePeers: rate(1, 0.5, 2, ONS_2023),
  crossBorder: rate(1, 0.25, 3, 'signals.md §3.4: benign cross-border 8 % (2–30 %), assumed'),
  diasporaPeople: rate(0.1, 0.02, 0.3),
  minorSaysAdult: rate(0.32, 0.22, 0.33, OFCOM_2022),
  adultSaysMinor: rate(0.02, 0.01, 0.04),
  /** An adversary who says to be a minor without having adapted. */
  adversarySaysMinor: rate(0.15, 0.05, 0.3),
  ageUnknown: rate(0.3, 0.15, 0.5),
  /** Any one fact of the host missing. */
  factMissing: rate(0.08, 0.03, 0.15),
  /** The service gives signed hints and they reached the device in time. */
  hintGiven: rate(0.8, 0.65, 0.95),
  hintFlipped: rate(0.1, 0.05, 0.15, 'signals.md §3.4, assumed'),
  cuesOnMinor: rate(0.75, 0.6, 0.9),
  cuesOnAdult: rate(0.05, 0.01, 0.1),
  cueFound: rate(0.8, 0.7, 0.9, 'bar of issue 6'),
  /** A cue found in a thread that has none, per family. */
  cueWrong: rate(0.01, 0.005, 0.015, 'bar of issue 6'),
  cueLanguage: rate(0.85, 0.7, 0.95),
  /** Factor on the median age of accounts: below 1 where numbers change often. */
  accountAge: rate(1, 0.6, 1.2),
  accountAgeSouth: rate(0.8, 0.6, 1),
  /** Factor on look-alike names among honest people: more where names are few or short. */
  namesakes: rate(1, 0.7, 2.5),
  night: rate(1, 0.7, 1.6),
  /** Of all adversaries; the others do as they always do. */
  adapts: rate(0.5, 0.3, 0.7),
} as const satisfies Readonly<Record<string, Rate>>;
export type RateName = keyof typeof RATES;

export const BENIGN_ROLES = ['peer', 'groupmate', 'onlinePeer', 'newPupil', 'coach', 'teacher', 'organiser', 'seller', 'support', 'relative', 'returning', 'stray'] as const;
export type BenignRole = (typeof BENIGN_ROLES)[number];
export const ADVERSARIES = ['mass', 'patient', 'impersonator', 'crossBorder', 'returner'] as const;
export type Adversary = (typeof ADVERSARIES)[number];
export type Role = BenignRole | Adversary;

/** Of new threads, by role, in hundredths: to minors, to adults. Assumed, but `onlinePeer` (ONS 2023, above). Swept ×/÷ SHARE_SWEEP. */
export const BENIGN_SHARES: Readonly<Record<BenignRole, readonly [minors: number, adults: number]>> = {
  peer: [42, 25], groupmate: [18, 20], onlinePeer: [8, 4], newPupil: [3, 0.5], coach: [2, 1], teacher: [2, 1], organiser: [3, 5],
  seller: [4, 14], support: [6, 16], relative: [7, 8], returning: [1, 1.5], stray: [4, 4],
};
/** Of harmful new threads. Assumed; most approaches come to nothing (Thorn 2022: 40 % approached; Finkelhor 2022: 5.4 % groomed), so most are by mass contacters. */
export const ADVERSARY_SHARES: Readonly<Record<Adversary, readonly [minors: number, adults: number]>> = {
  mass: [78, 0], patient: [4, 0], impersonator: [8, 35], crossBorder: [4, 50], returner: [6, 15],
};
/** A swept share is its middle times or divided by up to so much. */
export const SHARE_SWEEP = 2;
/** A swept probability of the tables below has its odds, and a swept median its value, times or divided by up to so much. */
export const CELL_SWEEP = 1.4;

/** Columns of ROLE_RATES. Probabilities, but where it says otherwise. All assumed, but for what `COLUMN_SOURCES` names. */
export const COLUMNS = [
  // who: median and log-normal sigma of the account's age in days; identity linked; another country; adult, where the person is a minor
  'ageDays', 'ageSigma', 'linked', 'cross', 'adult',
  // graph: three or more mutual contacts; one or two; two or more common groups; one; introduced; came by a shared group; in the address book; the person wrote first
  'mutual3', 'mutual1', 'groups2', 'groups1', 'introduced', 'sharedGroup', 'book', 'byMe',
  // rate: medians of new minors a week and strangers a day, log-normal sigma of both, mean share accepted
  'minorsWeek', 'strangersDay', 'rateSigma', 'accept',
  // behaviour: the person answers; median of their messages then; they write again unanswered, each time; two or more, five or more in ten minutes; at night
  'answered', 'messages', 'again', 'burst2', 'burst5', 'night',
  // cues somewhere in the thread, and the mean message of the first
  'move', 'secret', 'personal', 'gifts', 'cueAt',
  // identity: as a contact's: name the same, near, picture; mixed scripts; name claims; name, picture changed lately; like somebody blocked: name, also picture; declined before
  'same', 'near', 'avatar', 'mixed', 'claims', 'renamed', 'repictured', 'likeBlocked', 'likeBoth', 'declined',
] as const;
export type Column = (typeof COLUMNS)[number];

export const COLUMN_SOURCES: Readonly<Partial<Record<Adversary, Partial<Record<Column, string>>>>> = {
  mass: { ageDays: WHATSAPP_2019, mutual3: FACEBOOK_DEC, mutual1: FACEBOOK_DEC, again: THORN_2021, move: THORN_2022 },
  crossBorder: { ageDays: WHATSAPP_2019, mutual3: FACEBOOK_DEC }, impersonator: { mutual3: FACEBOOK_DEC }, returner: { again: THORN_2021 },
  patient: { move: THORN_2022 },
};
/** Columns that are no probability. */
export const MEDIANS: readonly Column[] = ['ageDays', 'ageSigma', 'minorsWeek', 'strangersDay', 'rateSigma', 'messages', 'cueAt'];

const row = (...groups: readonly (readonly number[])[]): readonly number[] => groups.flat();

export const ROLE_RATES: Readonly<Record<Role, readonly number[]>> = {
  //               who                          graph                                       rate                  behaviour                        cues                        identity
  peer:      row([700, 1.6, 0.02, 0.04, 0],    [0.55, 0.3, 0.35, 0.35, 0.35, 0.35, 0.25, 0.4],  [1, 0.5, 0.9, 0.8],   [0.92, 12, 0.3, 0.45, 0.1, 0.08],  [0.05, 0.004, 0.1, 0.02, 10],   [0.012, 0.006, 0.0005, 0.002, 0.0005, 0.03, 0.08, 0.002, 0.0001, 0.005]),
  groupmate: row([700, 1.6, 0.02, 0.04, 0.1],  [0.35, 0.35, 0.45, 0.5, 0.15, 0.75, 0.1, 0.35],  [1, 0.7, 0.9, 0.75],  [0.88, 8, 0.25, 0.35, 0.06, 0.06], [0.03, 0.002, 0.05, 0.02, 8],   [0.012, 0.006, 0.0005, 0.002, 0.0005, 0.03, 0.06, 0.002, 0.0001, 0.005]),
  onlinePeer: row([500, 1.6, 0.02, 0.25, 0.15], [0.05, 0.15, 0.08, 0.35, 0.04, 0.3, 0.01, 0.35], [1.5, 2, 1, 0.55],    [0.7, 15, 0.3, 0.45, 0.12, 0.2],   [0.15, 0.006, 0.22, 0.04, 8],   [0.006, 0.004, 0.0005, 0.01, 0.002, 0.06, 0.1, 0.002, 0.0001, 0.01]),
  newPupil:  row([500, 1.6, 0.02, 0.06, 0],    [0.1, 0.4, 0.15, 0.6, 0.15, 0.6, 0.05, 0.3],     [9, 3, 0.6, 0.85],    [0.88, 12, 0.3, 0.45, 0.1, 0.06],  [0.08, 0.003, 0.18, 0.01, 6],   [0.012, 0.006, 0.0005, 0.003, 0.0005, 0.04, 0.1, 0.002, 0.0001, 0.005]),
  coach:     row([900, 1.5, 0.15, 0.02, 0.92], [0.4, 0.35, 0.3, 0.45, 0.35, 0.45, 0.2, 0.25],   [4, 2, 0.8, 0.88],    [0.9, 6, 0.2, 0.25, 0.02, 0.02],   [0.04, 0.002, 0.06, 0.02, 6],   [0.01, 0.006, 0.0005, 0.002, 0.004, 0.02, 0.04, 0.002, 0.0001, 0.003]),
  teacher:   row([900, 1.5, 0.3, 0.02, 1],     [0.45, 0.3, 0.35, 0.45, 0.35, 0.5, 0.12, 0.25],  [6, 2.5, 0.8, 0.88],  [0.9, 5, 0.15, 0.2, 0.01, 0.01],   [0.02, 0.001, 0.05, 0.01, 6],   [0.01, 0.006, 0.0005, 0.002, 0.006, 0.02, 0.03, 0.002, 0.0001, 0.003]),
  organiser: row([800, 1.5, 0.2, 0.05, 0.8],   [0.25, 0.35, 0.25, 0.45, 0.2, 0.45, 0.08, 0.3],  [5, 6, 0.9, 0.72],    [0.8, 5, 0.2, 0.25, 0.02, 0.03],   [0.05, 0.001, 0.06, 0.05, 5],   [0.01, 0.006, 0.0005, 0.002, 0.01, 0.03, 0.05, 0.002, 0.0001, 0.005]),
  seller:    row([700, 1.6, 0.3, 0.08, 0.7],   [0.02, 0.08, 0.02, 0.1, 0.05, 0.1, 0.02, 0.6],   [0.5, 6, 1, 0.6],     [0.85, 8, 0.25, 0.35, 0.04, 0.06], [0.08, 0.001, 0.03, 0.55, 5],   [0.01, 0.005, 0.0005, 0.004, 0.04, 0.04, 0.06, 0.002, 0.0001, 0.005]),
  support:   row([900, 1.2, 0.85, 0.1, 1],     [0, 0.02, 0, 0.02, 0.1, 0.02, 0.05, 0.65],       [1, 40, 1, 0.9],      [0.7, 5, 0.25, 0.3, 0.03, 0.06],   [0.03, 0, 0.04, 0.25, 4],       [0.001, 0.001, 0.001, 0.005, 0.5, 0.01, 0.02, 0.0005, 0.0001, 0.005]),
  relative:  row([900, 1.6, 0.02, 0.3, 0.8],   [0.3, 0.3, 0.3, 0.4, 0.4, 0.35, 0.35, 0.3],      [0.4, 0.4, 0.7, 0.85], [0.9, 10, 0.3, 0.4, 0.06, 0.12],  [0.04, 0.006, 0.15, 0.08, 8],   [0.03, 0.015, 0.001, 0.004, 0.0005, 0.03, 0.06, 0.002, 0.0001, 0.005]),
  returning: row([12, 1.5, 0.02, 0.05, 0.15],  [0.6, 0.25, 0.5, 0.3, 0.3, 0.4, 0.1, 0.15],      [3, 8, 0.8, 0.8],     [0.85, 10, 0.3, 0.4, 0.06, 0.08],  [0.05, 0.003, 0.04, 0.02, 6],   [0.8, 0.1, 0.55, 0.003, 0.0005, 0.05, 0.1, 0.002, 0.0001, 0.02]),
  stray:     row([500, 1.8, 0.05, 0.1, 0.6],   [0.02, 0.06, 0.01, 0.04, 0.05, 0.03, 0.03, 0.05], [0.5, 2, 1.2, 0.3],  [0.35, 3, 0.25, 0.25, 0.02, 0.08], [0.05, 0.002, 0.08, 0.06, 4],   [0.008, 0.004, 0.0005, 0.006, 0.01, 0.05, 0.06, 0.003, 0.0002, 0.01]),
  mass:      row([12, 1.6, 0.005, 0.3, 1],     [0.01, 0.08, 0.02, 0.08, 0.02, 0.1, 0, 0.02],    [45, 20, 0.8, 0.15],  [0.3, 12, 0.6, 0.5, 0.15, 0.18],   [0.62, 0.18, 0.7, 0.15, 5],     [0.01, 0.005, 0.002, 0.03, 0.01, 0.12, 0.15, 0.003, 0.0003, 0.03]),
  patient:   row([400, 1.5, 0.02, 0.1, 1],     [0.1, 0.35, 0.1, 0.35, 0.1, 0.4, 0.01, 0.1],     [1, 0.7, 0.7, 0.5],   [0.6, 40, 0.35, 0.4, 0.05, 0.12],  [0.62, 0.3, 0.65, 0.2, 30],     [0.01, 0.005, 0.001, 0.01, 0.004, 0.05, 0.08, 0.003, 0.0003, 0.02]),
  impersonator: row([15, 1.6, 0.005, 0.3, 1],  [0.04, 0.16, 0.02, 0.08, 0.04, 0.08, 0, 0.03],   [2, 6, 0.9, 0.3],     [0.55, 10, 0.5, 0.45, 0.08, 0.1],  [0.25, 0.12, 0.08, 0.55, 6],    [0.72, 0.18, 0.7, 0.06, 0.08, 0.3, 0.35, 0.003, 0.0003, 0.03]),
  crossBorder: row([20, 1.6, 0.01, 0.8, 1],    [0.005, 0.05, 0.02, 0.1, 0.02, 0.1, 0, 0.05],    [2, 25, 0.9, 0.12],   [0.3, 12, 0.55, 0.45, 0.1, 0.25],  [0.6, 0.1, 0.2, 0.6, 6],        [0.01, 0.005, 0.002, 0.03, 0.1, 0.1, 0.1, 0.003, 0.0003, 0.03]),
  returner:  row([6, 1.5, 0.005, 0.05, 0.9],   [0.04, 0.15, 0.04, 0.12, 0.03, 0.1, 0, 0.02],    [1, 1.5, 0.8, 0.35],  [0.3, 12, 0.65, 0.45, 0.15, 0.18], [0.4, 0.15, 0.35, 0.1, 5],      [0.02, 0.01, 0.003, 0.02, 0.004, 0.12, 0.15, 0.45, 0.3, 0.25]),
};

/** How people are drawn; a design of the sample, not a finding. */
export const SAMPLE = {
  /** Benign threads to minors; of minors, children. */
  minors: 0.5, children: 0.25,
  /** People of the region where accounts are younger. */
  south: 0.5,
} as const;
/** Scripts of people's names, with a factor on how often honest names look alike: short names do so more. Assumed. */
export const SCRIPTS = { latin: 1, cyrillic: 1, arabic: 1.1, devanagari: 1, myanmar: 1.3 } as const;
export type Script = keyof typeof SCRIPTS;

/** The rest of how a thread goes. All assumed. */
export const COURSE = {
  /** A message of theirs gets an answer before the next one, once the person answers at all. */
  answersEach: 0.7,
  /** Log-normal sigma of how many messages they write in an answered thread; at most `messagesMost` are simulated. */
  messagesSigma: 0.7, messagesMost: 30,
  /** A cue seen once comes again later. */
  cueAgain: 0.4,
  /** Requests that an accept ratio is counted over, at most. */
  acceptOver: 20, acceptSigma: 0.7,
  /** How an age came to be known: checked (then it is right), estimated; declared otherwise. */
  ageChecked: 0.2, ageEstimated: 0.3,
  /** A foreign account's country is one of the person's contacts': people with family abroad, others. */
  knownCountryDiaspora: 0.85, knownCountry: 0.3,
  /** What tactics do: median account age times, mutual contacts bought in so many threads, cues later by so many messages. */
  agedFactor: 30, mutualsBought: 0.8, quietFor: 20, slowMost: 8, slowestMost: 2,
  /** Adversaries with so many contacts a week or more are met in full proportion; others by their share of it. */
  contactsFull: 150,
  /** Of contacts who were told, so many still answer; an account of whom more than so many a week were told is closed that much earlier. */
  toldStill: 0.1, toldThatCloses: 3,
} as const;
