import type { ScreenItem, StateRecord } from '../contract/engine.ts';
import { readRecord, writeRecord } from '../contract/record-bytes.ts';

/**
 * So many strangers are heard within `FLOOD_MS`; the others are silent and stand in the group `flood`. Our choice, not a
 * measurement: 30 to 300 new threads a year are taken for ordinary (research/signals.md §4), one a day at most, so more than ten
 * within an hour are no everyday. Who sells things or organises may have them: nothing of theirs is lost, it is only silent.
 */
export const FLOOD_STRANGERS = 10;
/** It lifts itself: a stranger heard so long ago no longer counts. */
export const FLOOD_MS = 60 * 60 * 1000;

/** Conversation ids, and when they were first heard: milliseconds since 1970. Oldest first, at most `FLOOD_STRANGERS`. */
type Heard = readonly (readonly [conversationId: string, at: number])[];

export interface Arrival {
  readonly bundled: boolean;
  readonly writes: readonly StateRecord[];
}

/**
 * Who of many strangers is heard. Only those who are heard are remembered, so a flood writes no more than ten small records
 * an hour, and whoever was bundled is judged the same again. The record is `[[conversationId, at], …]`.
 */
export interface Flood {
  /** Of a live message of a stranger that would be heard. The same conversation is asked for again without effect. */
  arrive(item: Pick<ScreenItem, 'message' | 'now'>): Arrival;
  /** Takes the record of the store over what is held; what cannot be read counts as none. */
  replay(bytes: StateRecord['bytes']): void;
  /** Drops what is held; the result says what to delete. */
  clear(): readonly StateRecord[];
}

export function createFlood(): Flood {
  let heard: Heard = [];
  return {
    arrive({ message: { conversationId }, now }) {
      // Both ways: a clock that was once far ahead must not keep strangers silent for years.
      const recent = heard.filter(([, at]) => Math.abs(now - at) < FLOOD_MS);
      const isHeard = recent.some(([id]) => id === conversationId);
      if (isHeard || recent.length >= FLOOD_STRANGERS) return { bundled: !isHeard, writes: [] };
      heard = [...recent, [conversationId, now]];
      return { bundled: false, writes: [record(writeRecord(heard))] };
    },
    replay(bytes) {
      heard = readRecord(bytes) as Heard;
    },
    clear() {
      const held = heard.length > 0;
      heard = [];
      return held ? [record(null)] : [];
    },
  };
}

function record(bytes: StateRecord['bytes']): StateRecord {
  return { table: 'flood', key: 'current', bytes };
}
