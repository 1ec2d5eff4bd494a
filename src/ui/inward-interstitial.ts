import { InwardNotice } from './inward-notice.ts';
import { INTERSTITIAL_LOOK } from './style.ts';

/**
 * `<inward-interstitial>`: a strong notice in front of a chat, before the first answer. The same words, choices and events as `<inward-notice>`, larger and
 * always open; advice and `keep-chatting` take it away (`hidden`), another notice brings it back. It is a region in the page and no dialog: focus is not
 * taken and not held, its title is said politely, and what stands around stays in reach. Where it stands (over the thread or in its place), and where focus
 * goes when it is gone, is the app's to choose. Parts and events: those of a notice.
 */
export class InwardInterstitial extends InwardNotice {
  constructor() { super(); }

  protected override get look(): string { return INTERSTITIAL_LOOK; }
  protected override get folds(): boolean { return false; }
  protected override get frame(): readonly [role: string, heading: 'h2' | 'h3'] { return ['region', 'h2']; }
}
