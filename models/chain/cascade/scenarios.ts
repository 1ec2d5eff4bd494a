/** What is switched on. */
export interface Scenario {
  readonly name: string;
  /** In the words of the card. */
  readonly what: string;
  readonly limit: boolean;
  readonly card: boolean;
  readonly pause: boolean;
  /** Hours from the report that counts to the answer, which closes the accounts of the strangers who sent that text; null: nobody can report. */
  readonly answerHours: number | null;
}

const scenario = (name: string, what: string, on: readonly ('limit' | 'card' | 'pause')[], answerHours: number | null = null): Scenario => ({
  name, what, limit: on.includes('limit'), card: on.includes('card'), pause: on.includes('pause'), answerHours,
});

/** The first one is what the others are held against. */
export const SCENARIOS = [
  scenario('nothing', 'as in 2017: no card, no limit, no reports', []),
  scenario('limit', 'forward limit alone: 5 chats, 1 where the message came by five hops', ['limit']),
  scenario('card', 'card alone', ['card']),
  scenario('card and pause', 'card, and the pause before passing on a message that has a card or came by five hops', ['card', 'pause']),
  scenario('all on the device', 'limit, card and pause', ['limit', 'card', 'pause']),
  scenario('answer in 48 h', 'all on the device, reports, and the service closes the strangers\' accounts 48 h after it had enough of them', ['limit', 'card', 'pause'], 48),
  scenario('answer in 4 h', 'the same, 4 h after', ['limit', 'card', 'pause'], 4),
] as const satisfies readonly Scenario[];

export type Seeding = 'strangers' | 'friends';
