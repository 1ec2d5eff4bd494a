import { burstBucket, cueBucket, reciprocityBucket, sinceFirstBucket, unansweredBucket } from '../../../src/contract/contact-facts.ts';
import { bucketsOf, SIGNAL_NAMES, SIGNAL_PLACE, type SignalName } from '../../../src/contract/contact-signals.ts';
import type { Rng } from '../../build/rng.ts';
import { chance, logNormal, waits } from './draws.ts';
import { writeFirstContact, type Sender } from './first-contact.ts';
import type { Person } from './person.ts';
import { COURSE, type Column } from './rates.ts';
import type { World } from './worlds.ts';

/**
 * After each message of theirs, numbered from 1. The vector is the simulator's own and changes with the next message.
 * `replied` says whether the person has written by then. Returning true ends the thread there.
 */
export type Visit = (message: number, vector: Uint8Array, replied: boolean) => boolean | void;

const CUES = [['move', 'cueMove'], ['secret', 'cueSecret'], ['personal', 'cuePersonal'], ['gifts', 'cueGifts']] as const satisfies readonly (readonly [Column, SignalName])[];
/** Byte of each bucket, so that a million threads take seconds. */
const BYTES = new Map<string, number>(SIGNAL_NAMES.flatMap((name) => bucketsOf(name).map((bucket, i) => [`${name} ${bucket}`, i + 1] as const)));
const table = (name: SignalName, most: number, bucket: (count: number) => string): Uint8Array => (
  Uint8Array.from({ length: most + 1 }, (_, count) => BYTES.get(`${name} ${bucket(count)}`) ?? 0));
const UNANSWERED = table('unanswered', 64, unansweredBucket);
const CUE = table('cueMove', 64, cueBucket);
const BURST = table('burst', 64, burstBucket);

const RECIPROCITY = table('reciprocity', 64 * 64 - 1, (cell) => reciprocityBucket(cell >> 6, cell & 63));
const SINCE = new Map(bucketsOf('sinceFirst').map((bucket, i) => [bucket, i + 1]));
const BY_ME = BYTES.get('initiator me');
const CUE_PLACES = CUES.map(([, name]) => SIGNAL_PLACE[name]);

/** Plays one new thread from its first message to its last. A few microseconds a message. */
export function playThread(world: World, person: Person, sender: Sender, rng: Rng, vector: Uint8Array, visit: Visit): void {
  writeFirstContact(world, person, sender, rng, vector);
  const cells = world.roles[sender.role];
  const answered = chance(cells.answered, rng);
  const u = rng.unit();
  const burst = u < cells.burst5 ? 5 + rng.below(4) : u < cells.burst2 ? 2 + rng.below(3) : 1;
  const wanted = answered ? Math.max(burst, Math.round(logNormal(cells.messages, COURSE.messagesSigma, rng))) : COURSE.messagesMost;
  const again = sender.tactics.includes('once') ? 0 : cells.again;
  const cues = drawCues(world, cells, person, sender, rng);
  const daysEach = logNormal(0.15, 1, rng);
  let mine = vector[SIGNAL_PLACE.initiator] === BY_ME ? 1 : 0;
  let unanswered = 0;
  let replied = false;
  const last = Math.min(wanted, COURSE.messagesMost);
  for (let message = 1; message <= last; message++) {
    if (message > burst) {
      if (!answered) {
        if (!chance(again, rng)) return;
      } else if (message === burst + 1 || chance(COURSE.answersEach, rng)) {
        mine++;
        unanswered = 0;
        replied = true;
      }
    }
    unanswered++;
    vector[SIGNAL_PLACE.unanswered] = UNANSWERED[unanswered] as number;
    vector[SIGNAL_PLACE.burst] = BURST[Math.min(message, burst)] as number;
    vector[SIGNAL_PLACE.reciprocity] = RECIPROCITY[mine * 64 + message] as number;
    vector[SIGNAL_PLACE.sinceFirst] = SINCE.get(sinceFirstBucket((message - 1) * daysEach)) as number;
    if (cues !== null) writeCues(cues, message, vector);
    if (visit(message, vector, replied) === true) return;
  }
}

function writeCues(cues: readonly (readonly number[])[], message: number, vector: Uint8Array): void {
  for (let family = 0; family < cues.length; family++) {
    let seen = 0;
    for (const when of cues[family] as readonly number[]) seen += when <= message ? 1 : 0;
    vector[CUE_PLACES[family] as number] = CUE[seen] as number;
  }
}

/** When each family is found, as numbers of messages; null where cues are not looked for. */
function drawCues({ rates }: World, cells: Readonly<Record<Column, number>>, person: Person, { tactics }: Sender, rng: Rng): readonly (readonly number[])[] | null {
  if (!person.cues) return null;
  const later = tactics.includes('quiet') ? COURSE.quietFor : 0;
  return CUES.map(([column]) => {
    const found: number[] = [];
    if (chance(rates.cueWrong, rng)) found.push(1 + rng.below(10));
    if (chance(cells[column], rng)) {
      const first = later + waits(cells.cueAt, rng);
      if (chance(rates.cueFound, rng)) found.push(first);
      if (chance(COURSE.cueAgain, rng) && chance(rates.cueFound, rng)) found.push(first + waits(4, rng));
    }
    return found;
  });
}
