import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCATION_FIRST_REMINDER_MS as FIRST, LOCATION_REMINDER_MS as EVERY, locationSharing, type LocationShare } from '../../../src/contract/location-sharing.ts';
import { CAPABILITIES } from '../../../src/contract/capabilities.ts';
import { AGES } from '../../fixtures/reach.ts';
import { runs } from '../../property/runs.ts';

const T0 = Date.UTC(2026, 10, 22);

/** Plays a clock in minutes, as a host that keeps `remindedAt`; returns the minutes at which it was reminded. */
function remindersOf(start: LocationShare, minutes: number): readonly number[] {
  const told: number[] = [];
  let share = start;
  for (let minute = 0; minute <= minutes; minute++) {
    const now = T0 + minute * 60_000;
    if (!locationSharing(share, now).reminderDue) continue;
    told.push(minute);
    share = { ...share, remindedAt: now };
  }
  return told;
}

describe('locationSharing', () => {
  it('is off for everybody to begin with', () => {
    expect(locationSharing(undefined, T0)).toEqual({ allowed: true, sharing: false, indicatorVisible: false, reminderDue: false, nextAt: null });
  });

  it('reminds after one hour and every four from then on, by the clock', () => {
    expect(remindersOf({ since: T0 }, 14 * 60)).toEqual([60, 300, 540, 780]);
    expect(remindersOf({ since: T0, until: T0 + 5 * 60 * 60_000 }, 14 * 60)).toEqual([60]);
  });

  it('ends by itself, and then nothing is shown', () => {
    const share = { since: T0, until: T0 + 1_000 };
    expect(locationSharing(share, T0 + 999)).toEqual({ allowed: true, sharing: true, indicatorVisible: true, reminderDue: false, nextAt: T0 + 1_000 });
    expect(locationSharing(share, T0 + 1_000).sharing).toBe(false);
  });

  it('makes one reminder of several that were missed, and one more of a clock put back', () => {
    const share = { since: T0, remindedAt: T0 + FIRST };
    expect(locationSharing(share, T0 + FIRST + 5 * EVERY).reminderDue).toBe(true);
    expect(locationSharing({ ...share, remindedAt: T0 + FIRST + 5 * EVERY }, T0 + FIRST + 5 * EVERY + 1)).toMatchObject({ reminderDue: false, nextAt: T0 + FIRST + 6 * EVERY });
    expect(locationSharing({ ...share, remindedAt: T0 + 50 * EVERY }, T0 + FIRST + 1).reminderDue).toBe(true);
  });

  it('reminds at once of a share that seems to start in a year, or at no time at all, and every four hours from then on', () => {
    for (const since of [T0 + 365 * 24 * 60 * 60_000, T0 + 1, NaN, Infinity]) {
      expect(locationSharing({ since }, T0)).toEqual({ allowed: true, sharing: true, indicatorVisible: true, reminderDue: true, nextAt: T0 });
      expect(locationSharing({ since, remindedAt: T0 }, T0)).toMatchObject({ reminderDue: false, nextAt: since === T0 + 1 ? T0 + 1 + FIRST : T0 + EVERY });
    }
    expect(remindersOf({ since: NaN }, 9 * 60)).toEqual([0, 240, 480]);
    expect(remindersOf({ since: T0 + 365 * 24 * 60 * 60_000 }, 9 * 60)).toEqual([0, 240, 480]);
    // A clock that was two hours ahead at the start: once for the start to come, then as ever.
    expect(remindersOf({ since: T0 + 2 * 60 * 60_000 }, 8 * 60)).toEqual([0, 180, 420]);
  });

  it('takes an end or a reminder at no time for none', () => {
    expect(locationSharing({ since: T0, until: NaN }, T0)).toMatchObject({ sharing: true, nextAt: T0 + FIRST });
    expect(locationSharing({ since: T0, remindedAt: NaN }, T0 + FIRST)).toMatchObject({ reminderDue: true, nextAt: T0 + FIRST });
  });

  it('is not for a child: nothing is sent, and a share that stands is seen until it is ended', () => {
    expect(locationSharing(undefined, T0, 'child')).toEqual({ allowed: false, sharing: false, indicatorVisible: false, reminderDue: false, nextAt: null });
    expect(locationSharing({ since: T0 }, T0, 'child')).toEqual({ allowed: false, sharing: false, indicatorVisible: true, reminderDue: true, nextAt: T0 });
    expect(locationSharing({ since: T0, until: T0 + 1 }, T0 + 1, 'child').indicatorVisible).toBe(false);
    for (const age of AGES) {
      expect(locationSharing({ since: T0 }, T0, age)).toMatchObject({ allowed: CAPABILITIES['share-location'][age] !== 'never', sharing: age !== 'child' });
    }
  });

  const time = fc.integer({ min: T0 - 10 * EVERY, max: T0 + 100 * EVERY });
  const start = fc.oneof({ weight: 6, arbitrary: time }, { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity) });
  const share = fc.record({ since: start, until: time, remindedAt: time }, { requiredKeys: ['since'] }) as fc.Arbitrary<LocationShare>;

  it('never shares without the indicator, nor shows it without sharing', () => {
    fc.assert(fc.property(fc.option(share, { nil: undefined }), time, fc.constantFrom(...AGES), (state, now, age) => {
      const { allowed, sharing, indicatorVisible, reminderDue, nextAt } = locationSharing(state, now, age);
      const stands = state !== undefined && (state.until === undefined || now < state.until);
      expect(indicatorVisible).toBe(stands);
      expect(sharing).toBe(stands && allowed);
      if (!stands) expect([reminderDue, nextAt]).toEqual([false, null]);
    }), runs(300));
  });

  it('whoever comes back at `nextAt` misses no reminder, and between two there are at most four hours', () => {
    fc.assert(fc.property(share, time, (state, now) => {
      const status = locationSharing(state, now);
      if (status.nextAt === null) return;
      expect(status.nextAt).toBeGreaterThanOrEqual(now);
      expect(status.nextAt - now).toBeLessThanOrEqual(EVERY);
      const before = locationSharing({ ...state, remindedAt: state.remindedAt ?? state.since }, status.nextAt - 1);
      if (status.nextAt > now && before.sharing) expect(before.reminderDue).toBe(false);
      const then = locationSharing(state, status.nextAt);
      if (then.sharing) expect(then.reminderDue).toBe(true);
    }), runs(300));
  });
});
