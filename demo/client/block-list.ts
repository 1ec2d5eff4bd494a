import type { Parts } from './actions.ts';
import { cardOf, relationshipOf } from './model.ts';
import type { PeerId, PersonCard } from './personas.ts';

/**
 * What the app tells Inward of whom the person blocks, so that a stranger with nearly the same name gets a notice. Blocking itself is
 * the app's own matter, and stands whether or not this list takes it.
 */
export class BlockList {
  readonly #parts: Parts;
  readonly #seen = new Set<PeerId>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async add(peer: PeerId): Promise<void> {
    const { model, safety } = this.#parts;
    if (!model.settings.blocked.enabled) return;
    await safety?.blocked.add({ peerId: peer, name: cardOf(model, peer).name, ...pictureOf(cardOf(model, peer)) }).catch(() => undefined);
    await this.look();
  }

  /** Once, when a stranger's request is opened: their picture, which the app has, beside those of people one blocked. */
  async lookAt(peer: PeerId): Promise<void> {
    const { model, safety, changed } = this.#parts;
    const card = cardOf(model, peer);
    const bubble = model.bubbles.find((one) => one.peer === peer && !one.mine);
    if (card.picture === undefined || bubble === undefined || this.#seen.has(peer) || relationshipOf(model, peer) !== 'stranger') return;
    this.#seen.add(peer);
    const found = await safety?.blocked.check({ peerId: peer, ...pictureOf(card) }).catch(() => []) ?? [];
    if (found.length === 0) return;
    bubble.notices = [...bubble.notices, ...found];
    changed();
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

function pictureOf({ picture }: PersonCard): { readonly picture?: Blob } {
  return picture === undefined ? {} : { picture };
}
