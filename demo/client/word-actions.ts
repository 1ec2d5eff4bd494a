import type { HiddenWord, HiddenWordsChange, HiddenWordsReport, HiddenWordsSettings, Safety } from 'inward';
import type { Parts } from './actions.ts';
import { saveFile } from './save-file.ts';
import { Turns } from './turns.ts';
import { keyOf, PAGE_ROWS, type WordChange, type WordsReport, type WordsState } from './words-state.ts';

type Run = (change: (safety: Safety) => Promise<HiddenWordsChange | HiddenWordsReport>) => Promise<void>;

/** What a person can do with the list of hidden words. Kept apart from `Actions`, which says what a change leads to. */
export class WordActions {
  readonly #parts: Parts;
  /** Takes a change of settings, or says why not; then looks at all messages again. */
  readonly #run: Run;
  readonly #turns = new Turns();

  constructor(parts: Parts, run: Run) {
    this.#parts = parts;
    this.#run = run;
  }

  add(word: HiddenWord): Promise<void> {
    return this.#run((safety) => safety.hiddenWords.add([word]));
  }

  remove(text: string): Promise<void> {
    return this.#run((safety) => safety.hiddenWords.remove([text]));
  }

  /**
   * Other options for a word, one change after the other: each begins with what the one before left. How it matches is part
   * of what a word is, so that one is replaced where it stands.
   */
  change(word: HiddenWord, part: WordChange): Promise<void> {
    return this.#turns.run(() => {
      const key = keyOf(word);
      const now = this.#parts.safety?.settings.hiddenWords.words.find((one) => keyOf(one) === key);
      if (now === undefined) return Promise.resolve();
      const to = Object.fromEntries(Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined && value !== '')) as unknown as HiddenWord;
      this.set((words) => { if (words.open === key) words.open = keyOf(to); });
      if (keyOf(to) === key) return this.#run((safety) => safety.hiddenWords.add([to]));
      return this.rules(({ words }) => ({ words: words.map((one) => (keyOf(one) === key ? to : one)) }));
    });
  }

  /** Everything that is not a single word: exceptions, people, switches, default lists. */
  rules(change: (now: HiddenWordsSettings) => Partial<HiddenWordsSettings>): Promise<void> {
    return this.#run((safety) => {
      const { settings } = safety;
      return safety.applySettings({ ...settings, hiddenWords: { ...settings.hiddenWords, ...change(settings.hiddenWords) } });
    });
  }

  addMany(text: string): Promise<void> {
    return this.#reported('paste', (safety) => safety.hiddenWords.addText(text));
  }

  async importFile(file: File): Promise<void> {
    const text = await file.text();
    const { importMode: mode } = this.#parts.model.words;
    const json = file.name.endsWith('.json') || text.trimStart().startsWith('{');
    await this.#reported('file', ({ hiddenWords }) => (json ? hiddenWords.importJson(text, { mode }) : hiddenWords.importText(text, { mode })));
  }

  async exportFile(form: 'json' | 'txt'): Promise<void> {
    const { safety } = this.#parts;
    if (safety === undefined) return;
    const text = form === 'json' ? await safety.hiddenWords.exportJson() : await safety.hiddenWords.exportText();
    saveFile(`hidden-words.${form}`, form === 'json' ? 'application/json' : 'text/plain', text);
  }

  /** Shows the words of a default list, once the person has said yes. */
  async reveal(tag: string): Promise<void> {
    const { safety } = this.#parts;
    const words = await safety?.hiddenWords.revealList(tag).catch(() => undefined);
    this.set(({ lists }) => { if (words === undefined) lists.delete(tag); else lists.set(tag, words); });
  }

  async switchListWord(tag: string, entry: number, removed: boolean): Promise<void> {
    await this.rules(({ listRemovals = {} }) => {
      const others = (listRemovals[tag] ?? []).filter((one) => one !== entry);
      return { listRemovals: { ...listRemovals, [tag]: removed ? [...others, entry] : others } };
    });
    if (this.#parts.model.words.lists.has(tag)) await this.reveal(tag);
  }

  async switchList(tag: string, on: boolean): Promise<void> {
    this.set(({ lists }) => { lists.delete(tag); });
    await this.rules(({ lists }) => ({ lists: on ? [...lists.filter((one) => one !== tag), tag] : lists.filter((one) => one !== tag) }));
  }

  more(): void {
    this.set((words) => { words.shown += PAGE_ROWS * 4; });
  }

  set(change: (words: WordsState) => void): void {
    change(this.#parts.model.words);
    this.#parts.changed();
  }

  #reported(of: WordsReport['of'], change: (safety: Safety) => Promise<HiddenWordsReport>): Promise<void> {
    this.set((words) => { words.report = undefined; });
    return this.#run(async (safety) => {
      const report = await change(safety);
      const { settings: _, ...rest } = report;
      this.set((words) => { words.report = { of, ...rest }; });
      return report;
    });
  }
}
