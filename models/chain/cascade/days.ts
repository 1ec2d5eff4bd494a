import { ABOUT, unitOf } from './draws.ts';
import { CASCADE_SHAPE } from './rates.ts';

const DAY = 24 * 60;

/** The minute from which on a person who was asleep at `minute` reads; `minute` itself where they are awake. Never falls with `minute`. Minutes count from the first message. */
export function awakeFrom(seed: number, person: number, minute: number): number {
  const wakes = CASCADE_SHAPE.wakes + CASCADE_SHAPE.wakesSpread * unitOf(seed, ABOUT.wakes, person);
  const clock = (minute + CASCADE_SHAPE.begins) % DAY;
  if (clock >= wakes && clock < CASCADE_SHAPE.sleeps) return minute;
  return minute + (clock < wakes ? wakes - clock : DAY - clock + wakes);
}
