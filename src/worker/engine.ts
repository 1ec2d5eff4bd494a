import { VERSION } from '../../build/version.gen.ts';
import { ASSET_HEADER_BYTES, ASSET_KIND_AT } from '../contract/assets.ts';
import type {
  ConfigurePayload, ConfigureReply, EngineCounters, EngineFacts, EngineSettings, ListWord, ScreenItem, StartPayload, StateRecord, TextExplanation,
  TextPort, TextReply, WordsEdit, WordsEdited,
} from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { availableKernel } from '../contract/simd.ts';
import type { TextFinding } from '../contract/outgoing.ts';
import type { Hit, TriedHit } from '../contract/verdict.ts';
import { withoutAllowed } from '../decide/allowed-words.ts';
import { openNudges } from '../decide/nudges/read.ts';
import { ABI_VERSION } from '../text/kernel.ts';
import { buildWords, type Building, type EditedParts } from './build-words.ts';
import { BESIDE_WORDS } from '../text/text-kernel.ts';
import { makeChecks, type Checks } from './checks.ts';
import { readCounts, startCounting } from './counters.ts';
import { explainOne } from './explain.ts';
import { createFlood } from './flood.ts';
import { screenOne } from './pipeline.ts';
import { buildChecks, type ReadPlainly } from './switches.ts';
import { editWords } from './edit-words.ts';

/** The first letter of its kind, `NG`, in the header of `nudges.bin`. */
const NUDGES = 0x4e;

/**
 * The engine that reads text: what the settings switch on, and one message after the other. What comes of conversations is the notice
 * engine's. Synchronous inside; plain data out. A call rejects only before `start` or with a coded error that quotes nothing.
 */
export class Engine implements TextPort {
  readonly #flood = createFlood();
  readonly #counts = startCounting();
  readonly #readPlainly: ReadPlainly | undefined;
  #checks: Checks | undefined;
  #building: Building | undefined;
  #nudges: ReturnType<typeof openNudges> | undefined;

  /** @param readPlainly looks for words in place of the kernel, which is not asked for then */
  constructor(readPlainly?: ReadPlainly) {
    this.#readPlainly = readPlainly;
  }

  async start(payload: StartPayload): Promise<EngineFacts> {
    if (payload.version !== VERSION) {
      throw new SafetyError('asset-mismatch', 'The worker file is of another version. Copy the assets again.');
    }
    const { kernel, missing, rejected } = this.#build(payload.settings, payload.assets);
    await this.replay(payload.records);
    const refused = missing.some(({ code }) => code === 'no-wasm');
    return {
      version: VERSION, kernel: kernel?.kind ?? (refused ? 'none' : availableKernel()), abiVersion: ABI_VERSION,
      assets: [], ...replyOf(kernel, rejected),
    };
  }

  async configure(payload: ConfigurePayload): Promise<ConfigureReply> {
    this.#started();
    const { kernel, rejected } = this.#build(payload.settings, payload.assets);
    return replyOf(kernel, rejected);
  }

  async editWords(edit: WordsEdit | null): Promise<WordsEdited> {
    let edited: EditedParts | undefined;
    if (edit !== null) {
      const made = editWords(edit, this.#started());
      if ('next' in made) this.#building = made;
      else edited = made;
    } else {
      const building = this.#building;
      // Where it throws it is over.
      this.#building = undefined;
      const step = building?.next();
      if (step?.done === true) edited = step.value;
      else this.#building = building;
    }
    if (edited !== undefined) this.#checks = makeChecks(edited.parts);
    const checks = this.#started();
    if ((checks.kernel?.beside.length ?? 0) > BESIDE_WORDS) this.#building ??= buildWords(checks);
    return { rejected: edited?.rejected, building: this.#building !== undefined };
  }

  async screen(batch: readonly ScreenItem[]): Promise<readonly (TextReply | undefined)[]> {
    const checks = this.#started();
    return batch.map((item) => {
      try {
        return screenOne(item, checks);
      } catch {
        // Whatever one message does, it must not take the others with it.
        return undefined;
      }
    });
  }

  async explain(items: readonly ScreenItem[], asThread: boolean): Promise<readonly TextExplanation[]> {
    const checks = this.#started();
    return items.map((item) => explainOne(item, checks, asThread));
  }

  async replay(records: readonly StateRecord[]): Promise<void> {
    for (const { table, bytes } of records) if (table === 'flood') this.#flood.replay(bytes);
  }

  /** Who was heard of many strangers, whatever is forgotten. */
  async forget(): Promise<readonly StateRecord[]> {
    return this.#flood.clear();
  }

  async tryWords(text: string, now: number): Promise<readonly TriedHit[]> {
    const checks = this.#started();
    const list = { surfaces: [{ name: 'text', text, scored: false }], cut: false } as const;
    const read = checks.read(list, { words: { delivery: undefined, now }, scam: false, how: true });
    return withoutAllowed(read.hits, read.allowed).map((hit) => {
      const { how = [], list: name, entry, start, end } = hit as Partial<TriedHit> & Hit;
      const word = name === 'mine' ? checks.settings.hiddenWords.words[entry]?.text : undefined;
      // Fonts, accents, width and what is not seen fold away before the search: here it is told after all.
      const isStyled = how.length === 0 && word !== undefined && lowered(text.slice(start, end)) !== lowered(word);
      return { ...hit, how: isStyled ? ['styled'] : how };
    });
  }

  async revealList(tag: string): Promise<readonly ListWord[]> {
    const words = this.#started().reveal?.(tag);
    if (words === undefined) throw new SafetyError('list-unavailable', 'No such list.');
    return words;
  }

  async reviewText(text: string, asset: ArrayBuffer | null): Promise<readonly TextFinding[] | null> {
    if (asset === null) return this.#nudges?.(text) ?? null;
    const read = openNudges(new TextDecoder().decode(new Uint8Array(asset, ASSET_HEADER_BYTES)));
    // Tables of another kind are for this text alone.
    if (new Uint8Array(asset)[ASSET_KIND_AT] === NUDGES) this.#nudges = read;
    return read(text);
  }

  async counters(): Promise<EngineCounters> {
    return readCounts(this.#counts);
  }

  #build(settings: EngineSettings, assets: Readonly<Record<string, ArrayBuffer>>): Checks {
    const parts = buildChecks(settings, assets, this.#checks, this.#flood, this.#counts, this.#readPlainly);
    parts.kernel?.setSplits(settings.hiddenWords.oneSpace !== false);
    this.#building = undefined;
    return this.#checks = makeChecks(parts);
  }

  #started(): Checks {
    if (this.#checks === undefined) throw new SafetyError('worker-failed', 'The engine was not started.');
    return this.#checks;
  }
}

/** Tables that nothing needs are not loaded, and only they know their version. */
function replyOf(kernel: Checks['kernel'], rejected: Checks['rejected']): ConfigureReply {
  return { rejected, unicodeVersion: kernel?.unicodeVersion ?? '' };
}

/** Without the case of A–Z, and spaces as one: what is left is how a word was written. */
function lowered(text: string): string {
  return text.replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32)).replace(/\s+/gu, ' ').trim();
}
