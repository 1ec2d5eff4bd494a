import type { AssetName } from '../contract/assets.ts';
import { isSafetyError } from '../contract/errors.ts';
import { neutral, type CoverReason, type CoverReply, type MediaStart } from '../contract/media.ts';
import type { SealForm } from '../contract/safety.ts';
import type { availableKernel } from '../contract/simd.ts';
import type { PageAssets } from './assets.ts';
import type { CoverRun } from './covers.ts';
import type { RestartBudget } from './restart-budget.ts';
import type { openBestForm, SealChoice } from './worker-forms.ts';
import type { WorkerLife } from './worker-life.ts';

/** An engine, its kernel and a canvas are some 10 MB; a person scrolls through a few pictures and then reads. */
const IDLE_MS = 30_000;
/** As the text worker's: what the kernel costs to start. */
const START_MS = 20_000;

/** The file for a form of the seal. */
const mediaWorkerFile = (form: string): `worker-media${'' | '.classic'}.js` => `worker-media${form === 'frame' ? '.classic' : ''}.js`;

export interface MediaOptions {
  readonly assets: PageAssets;
  readonly version: string;
  /** The form of the text's worker: what `safety.seal` says is true of both. */
  readonly seal: SealForm;
  readonly deadlineMs: number;
  /** Names of the files in use, for `about()`. */
  readonly used: Set<string>;
  /** The page's own code for workers, which is loaded already: imported here, it would have to be loaded earlier. */
  readonly openForm: typeof openBestForm;
  readonly Life: typeof WorkerLife;
  readonly Budget: typeof RestartBudget;
  readonly whichKernel: typeof availableKernel;
}

export interface MediaLife {
  readonly run: CoverRun;
  end(): Promise<void>;
}

/**
 * The media worker seen from the page: opened with the first file, ended when none came for a while. A file by which it
 * hangs or dies gets the neutral tile, and the next one a new worker; past four losses or failed starts within a minute, neutral
 * tiles at once.
 */
export function openMediaLife(options: MediaOptions): MediaLife {
  const failures = new options.Budget();
  const kind = options.whichKernel();
  let code: CoverReason = 'worker-failed';
  let life: WorkerLife<MediaStart> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  async function open(): Promise<WorkerLife<MediaStart>> {
    const { assets, version, seal, deadlineMs, used, openForm, Life } = options;
    const kernel: AssetName = kind === 'simd' ? 'image.bin' : 'image-scalar.bin';
    const payload = async (): Promise<MediaStart> => ({ version, assets: { [kernel]: await assets.load(kernel) } });
    const first = await payload();
    const opened = await openForm({ assets, version, file: mediaWorkerFile }, seal as SealChoice);
    const made = new Life<MediaStart>({ ...opened, deadlineMs });
    made.onRestart(payload);
    try {
      await made.call('start', [first], START_MS, Object.values(first.assets));
    } catch (error) {
      await made.dispose();
      throw error;
    }
    used.add(kernel);
    // Nobody checked the file of an unsealed worker.
    if (seal !== 'off') used.add(mediaWorkerFile(seal));
    return made;
  }

  async function close(): Promise<void> {
    const last = life;
    life = undefined;
    await last?.dispose();
  }

  return {
    async run(request): Promise<CoverReply> {
      if (kind === 'none') return neutral('no-wasm');
      clearTimeout(idle);
      try {
        if (life === undefined) {
          if (!failures.hasLeft()) return neutral(code);
          try {
            life = await open();
          } catch (error) {
            failures.spend();
            code = codeOf(error);
            throw error;
          }
          if (ended) await close();
        }
        return await life?.call('cover', [request]) as CoverReply | undefined ?? neutral('disposed');
      } catch (error) {
        return neutral(codeOf(error));
      } finally {
        if (!ended) idle = setTimeout(() => { void close(); }, IDLE_MS);
      }
    },
    end() {
      ended = true;
      clearTimeout(idle);
      return close();
    },
  };
}

const CODES: readonly string[] = [
  'no-wasm', 'seal-failed', 'asset-unavailable', 'asset-integrity', 'asset-mismatch', 'insecure-context', 'deadline', 'disposed',
] satisfies CoverReason[];

function codeOf(error: unknown): CoverReason {
  return isSafetyError(error) && CODES.includes(error.code) ? error.code as CoverReason : 'worker-failed';
}
