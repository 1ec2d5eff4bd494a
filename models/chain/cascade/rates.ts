// Every number of the cascade simulator: its middle, the range it is swept over, and where it comes from. Nothing here was measured on messages of real people by this project, and nothing was
// fitted to 2017, of which no counts are public.

export interface CascadeRate {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  /** What it is, in the words of the card. */
  readonly what: string;
  readonly source: string;
}

const ASSUMED = 'assumed';
const rate = (middle: number, low: number, high: number, what: string, source = ASSUMED): CascadeRate => ({ middle, low, high, what, source });

const VODAFONE = 'Vodafone and Dunbar, survey of 2,000 people who use social media: on average 10 WhatsApp groups of 12 members; fewer groups assumed for 2017';
const LABELS = 'none found on average of credibility labels on what people read and believe (Aslett et al. 2022), 24.7 % less sharing of false headlines under fact-checkers\' labels (Martel, Rand 2024, 21 experiments); the card says less than such a label, so half of it';
const PAUSES = 'TikTok 2021: 24 % fewer shares with a prompt before sharing; low: 9 of 100 prompted posts cancelled (Twitter); high: about 45 % did not forward after a warning (Meta 2025)';
const COUNT_LOST = 'high: of 10 million messages of 1,101 public political WhatsApp groups in Brazil, 59 % of the duplicated media that WhatsApp marks as forwarded many times did not bear the mark; the middle assumed';

export const CASCADE_RATES = {
  // The graph
  groupsEach: rate(5, 3, 10, 'groups a person is in, mean', VODAFONE),
  groupSize: rate(12, 8, 30, 'members of a group, mean', VODAFONE),
  pairsEach: rate(15, 8, 30, 'one-to-one chats of a person, mean'),
  clustered: rate(0.8, 0.5, 0.95, 'share of ties that are with people nearby'),
  across: rate(0.03, 0.005, 0.1, 'share of ties with the other community'),
  // Strangers
  seeded: rate(0.2, 0.05, 0.6, 'messages of strangers for each person, over three days'),
  perAccount: rate(50, 20, 120, 'people one stranger writes to'),
  opensStranger: rate(0.4, 0.2, 0.7, 'share of strangers\' messages that are opened'),
  // People
  passesOn: rate(0.06, 0.03, 0.12, 'chance that the person in the middle passes on a first copy by somebody known; set so that with nothing a text reaches many people and not all'),
  ofStranger: rate(0.3, 0.1, 1, 'the same for a stranger\'s copy, times'),
  wearsOff: rate(0.7, 0.4, 1, 'the same for each further copy, times'),
  otherSide: rate(0.1, 0, 0.3, 'the same for the other community\'s text, times'),
  chatsWanted: rate(2, 1.5, 3, 'chats that somebody passes it on to, median; the middle makes a limit of 5 after one of 20 cut forwards by about a quarter', 'WhatsApp 2019: about 25 % fewer forwards'),
  toGroups: rate(0.35, 0.15, 0.6, 'share of those chats that are groups'),
  readsGroup: rate(0.6, 0.4, 0.9, 'share of a group that reads a message in it'),
  readDelay: rate(40, 10, 120, 'minutes until a message is read, median, awake'),
  edits: rate(0.2, 0.05, 0.5, 'share who change the text when they pass it on'),
  copies: rate(0.3, 0.1, 0.59, 'share who copy the text instead of forwarding it, so that hops, limit and pause are lost', COUNT_LOST),
  // Devices and what people do with what those show
  installed: rate(1, 0.25, 1, 'share of people whose app has the package, chain messages switched on'),
  budgetSpent: rate(0.1, 0, 0.3, 'share whose tip of the week was spent on something else'),
  heeds: rate(0.12, 0, 0.25, 'share who do not pass a text on once they saw its card', LABELS),
  givesUp: rate(0.24, 0.09, 0.45, 'share who do not send when the forward pause asks', PAUSES),
  goesRound: rate(0.2, 0, 0.5, 'share who forward again and again where the limit cuts them short'),
  reports: rate(0.02, 0.005, 0.05, 'share who report a text when they see its card'),
  reportsUnasked: rate(0.002, 0, 0.01, 'share who report a text without one'),
  reportsNeeded: rate(3, 1, 10, 'reports of a text until the service looks at it'),
} as const satisfies Readonly<Record<string, CascadeRate>>;
export type CascadeRateName = keyof typeof CASCADE_RATES;
export type CascadeRates = Readonly<Record<CascadeRateName, number>>;

export function middleRates(pinned: Readonly<Partial<Record<CascadeRateName, number>>> = {}): CascadeRates {
  return Object.fromEntries((Object.keys(CASCADE_RATES) as CascadeRateName[]).map((name) => [name, pinned[name] ?? CASCADE_RATES[name].middle])) as unknown as CascadeRates;
}

/** The shape of the rest; a design of the sample, all assumed. */
export const CASCADE_SHAPE = {
  /** Log-normal sigmas: sizes of groups, chats of a person, chats wanted, delays, and odds of passing on between people. */
  groupSigma: 0.8, pairsSigma: 0.7, wantedSigma: 1.05, delaySigma: 1.2, passSigma: 1.2,
  groupLeast: 3, groupMost: 256,
  /** How far away "nearby" is, on the ring that a community lives on. */
  nearby: 40,
  /** More chats than so many nobody passes it on to: forwarding stopped there before there was a limit of five. */
  wantedMost: 20,
  readsPair: 0.95,
  /** Minutes of the day. The first message comes at `begins`. */
  begins: 8 * 60, wakes: 6 * 60, wakesSpread: 90, sleeps: 22.5 * 60,
  /** Hours in which strangers write, and over which days. */
  strangersFrom: 8 * 60, strangersUntil: 22 * 60, days: 3,
  /** Minutes between two chats that somebody sends it to. */
  sendEach: 0.5,
} as const;

export const HORIZON_HOURS = 72;
export const REACH_HOURS = [24, 72] as const;
