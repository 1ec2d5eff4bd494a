import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import type { SurfaceName } from './verdict.ts';

export interface SurfaceText {
  readonly name: SurfaceName;
  readonly text: string;
}

export interface SurfaceList {
  readonly surfaces: readonly SurfaceText[];
  /** There were more than `LIMITS.surfaces`; the rest was not looked at. */
  readonly cut: boolean;
}

const NAMES = ['caption', 'displayName', 'groupName', 'quoted', 'fileName', 'linkTitle', 'linkDescription'] as const;

/**
 * Every place of a message where somebody else's words stand, in a fixed order, empty ones left out. The quoted text
 * of a reply to the person's own message is theirs and stays out. Tolerates malformed input: what is no string is no
 * surface. O(surfaces).
 */
export function listSurfaces(message: Message): SurfaceList {
  const all: SurfaceText[] = [];
  let cut = false;
  const add = (name: SurfaceName, text: unknown): void => {
    if (typeof text !== 'string' || text.length === 0) return;
    if (all.length < LIMITS.surfaces) all.push({ name, text });
    else cut = true;
  };
  const more = message.surfaces;
  add('text', message.text);
  for (const name of NAMES) if (name !== 'quoted' || message.replyTo?.fromMe !== true) add(name, more?.[name]);
  if (Array.isArray(more?.pollOptions)) more.pollOptions.forEach((option, n) => add(`pollOptions.${n}`, option));
  if (Array.isArray(message.attachments)) message.attachments.forEach((file, n) => add(`attachments.${n}`, file?.fileName));
  return { surfaces: all, cut };
}

/** The two surfaces a scam model reads: what the sender wrote to the person. */
export function isScored(name: SurfaceName): boolean {
  return name === 'text' || name === 'caption';
}
