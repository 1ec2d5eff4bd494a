import { VERSION } from '../../build/version.gen.ts';
import type { HintFacts } from '../contract/contact-facts.ts';
import type { ForgetTarget, NoticeAnswer, StateRecord, SwitchedOff } from '../contract/engine.ts';
import { SafetyError } from '../contract/errors.ts';
import { CONTACT_JSON, SCAM_JSON, type ContactTables, type Deserved, type NoticePort, type NoticeReply, type NoticeStart, type Told } from '../contract/notices.ts';
import { hintReader, type HintReader } from './hint.ts';
import { createState } from './state.ts';
import { contactJudge, explainOne, weighOne, type ContactJudge, type WeighingTables } from './weigh.ts';

/**
 * The engine of the notice worker: what is judged over time. It is told ids, codes and small numbers of messages that the text
 * engine read, and never what was written. Synchronous inside.
 */
export class NoticeEngine implements NoticePort {
  readonly #state = createState();
  #tables: WeighingTables | undefined;
  #readHint: HintReader | undefined;
  #contacts: ContactJudge | undefined;

  async start({ version, assets, records, hints }: NoticeStart): Promise<void> {
    if (version !== VERSION) throw new SafetyError('asset-mismatch', 'The worker file is of another version. Copy the assets again.');
    const read = (name: string): unknown => assets[name] && JSON.parse(new TextDecoder().decode(assets[name]));
    this.#tables = read(SCAM_JSON) as WeighingTables | undefined;
    this.#state.replay(records);
    this.#readHint = hints && hintReader(hints);
    const contacts = read(CONTACT_JSON) as ContactTables | undefined;
    this.#contacts = contacts && contactJudge(contacts, this.#readHint);
  }

  async weigh(told: readonly Told[]): Promise<readonly (NoticeReply | undefined)[]> {
    return told.map((one) => {
      try {
        return weighOne(one, this.#state, this.#tables, this.#contacts);
      } catch {
        // Whatever one message does, it must not take the others with it.
        return undefined;
      }
    });
  }

  async explain(told: readonly Told[]): Promise<readonly Deserved[]> {
    const state = createState();
    return told.map((one) => explainOne(one, state, this.#tables, this.#contacts));
  }

  async readHints(told: readonly Told[]): Promise<readonly (HintFacts | undefined)[]> {
    return told.map(({ hint, now }) => hint && this.#readHint?.(hint.signed, hint.subject, now));
  }

  async replay(records: readonly StateRecord[]): Promise<void> {
    this.#state.replay(records);
  }

  async forget(what: ForgetTarget | SwitchedOff): Promise<readonly StateRecord[]> {
    return this.#state.forget(what);
  }

  async answer(answer: NoticeAnswer): Promise<readonly StateRecord[]> {
    return this.#state.answer(answer);
  }
}
