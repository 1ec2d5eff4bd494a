import type { Parts } from './actions.ts';
import { cardOf } from './model.ts';
import type { PeerId } from './personas.ts';

/**
 * What the app tells Inward of whom the person blocks, so that a stranger with nearly the same name gets a notice. Blocking itself is
 * the app's own matter, and stands whether or not this list takes it.
 */
export class BlockList {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async add(peer: PeerId): Promise<void> {
    const { model, safety } = this.#parts;
    if (!model.settings.blocked.enabled) return;
    await safety?.blocked.add({ peerId: peer, name: cardOf(model, peer).name }).catch(() => undefined);
    await this.look();
  }

  async remove(peer: PeerId): Promise<void> {
    await this.#parts.safety?.blocked.remove(peer).catch(() => undefined);
    await this.look();
  }

  /** Reads it anew: another tab may have changed it. */
  async look(): Promise<void> {
    const { model, safety, changed } = this.#parts;
    model.blocked = await safety?.blocked.list().catch(() => []) ?? [];
    changed();
  }
}
