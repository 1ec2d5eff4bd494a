import type { AgeBand } from 'inward';
import type { Parts } from './actions.ts';
import { keepAge } from './kept-age.ts';
import { mayShare, type LocationActions } from './location-actions.ts';

/** What a messenger would know of the person's account, and what is chosen here for trying. */
export class TryActions {
  readonly #parts: Parts;
  readonly #location: LocationActions;

  constructor(parts: Parts, location: LocationActions) {
    this.#parts = parts;
    this.#location = location;
  }

  async age(ageBand: AgeBand): Promise<void> {
    const { model, screener, changed } = this.#parts;
    keepAge(model.me, ageBand);
    Object.assign(model, { ageBand, loosening: undefined });
    changed();
    if (!mayShare(model) && model.location.share !== undefined) this.#location.stop();
    await screener.again();
  }

  limited(limited: boolean): void {
    this.#parts.model.limited = limited;
    this.#parts.changed();
  }
}
