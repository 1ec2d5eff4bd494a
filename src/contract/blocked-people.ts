import type { Notice } from './verdict.ts';

/** People on the list. */
export const BLOCKED_MAX = 10_000;
/** UTF-16 units of a name that are read. */
export const NAME_UNITS = 128;

/**
 * Whom the person blocked in the app, told here so that somebody who looks like them is noticed. Kept on this device, encrypted by
 * the store of `inward/browser`; a host's own store gets the record plain.
 */
export interface BlockedPeople {
  /**
   * Somebody who is there already takes the new name and picture; what is left out stays. Call it again when a blocked person
   * changes either.
   * @throws {TypeError} {RangeError} an id that is empty or over its limit. {SafetyError} limit-exceeded: 10,000 people are there;
   * input-invalid: the list is switched off; asset-unavailable: names are compared for the first time, offline; store-failed,
   * worker-failed, deadline, disposed. Nothing changed then.
   */
  add(person: BlockedPersonGiven): Promise<BlockedAdded>;
  /** @returns whether they were there. @throws {SafetyError} as `add` */
  remove(peerId: string): Promise<boolean>;
  /** In the order in which they were added. */
  list(): Promise<readonly BlockedPersonListed[]>;
  /**
   * Whether the picture of somebody who asks looks like that of one of these; names `screenMessage` compares by itself. Call it when a
   * stranger's request is opened: pictures are never asked for. Empty where nothing was seen, for people who are on the list
   * themselves, and with notices off.
   * @throws {TypeError} {RangeError} {SafetyError} store-failed, worker-failed, deadline, disposed
   */
  check(person: BlockedPersonGiven): Promise<readonly Notice[]>;
  /** Ids and names: `{ "inward-blocked": 1, "people": [...] }`. Nothing of pictures. Private data. */
  exportJson(): Promise<string>;
  /**
   * Takes a file of `exportJson` in beside who is there.
   * @throws {TypeError} not a string. {RangeError} longer than `LIMITS.importUnits`. {SafetyError} input-invalid: no such file;
   * settings-too-new: written by a newer version; and as `add`. No error quotes the file.
   */
  importJson(json: string): Promise<BlockedReport>;
}

export interface BlockedPersonGiven {
  /** In the host's own words, as `senderId`; at most `LIMITS.idUnits`. */
  readonly peerId: string;
  /** The first 128 UTF-16 units count. */
  readonly name?: string;
  /** Their own picture. Leave pictures out that the app gives to everybody who has none. Its bytes are not kept. */
  readonly picture?: Blob;
}

export interface BlockedPersonListed {
  readonly peerId: string;
  readonly name?: string;
  /** Something of their picture is known. */
  readonly picture: boolean;
}

export interface BlockedAdded {
  /**
   * `none`: there was none to read. `plain`: it says too little to know it again. `unreadable`: damaged, too big or no picture.
   * `unavailable`: pictures cannot be read here.
   */
  readonly picture: 'kept' | 'none' | 'plain' | 'unreadable' | 'unavailable';
}

export interface BlockedReport {
  readonly added: number;
  /** Were there and took another name. */
  readonly changed: number;
  /** In order of entries. */
  readonly rejected: readonly BlockedRejection[];
}

export interface BlockedRejection {
  /** From 1. */
  readonly entry: number;
  readonly why: 'not-a-person' | 'too-long' | 'duplicate' | 'list-full';
}
