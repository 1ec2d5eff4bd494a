import { Presets, SingleBar } from 'cli-progress';

/** How far a run is. Drawn on stderr and only on a terminal, so that pipes and logs stay clean. */
export interface Progress {
  update(done: number, messages: number): void;
  stop(): void;
}

const SILENT: Progress = { update: () => undefined, stop: () => undefined };

/** `total` in the unit of `update`'s first number (bytes of input, or messages); 0 where it is not known. */
export function createProgress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return SILENT;
  const format = total > 0 ? '{bar} {percentage}% | {messages} messages | {eta_formatted} left' : '{messages} messages';
  const bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true, fps: 5 }, Presets.shades_classic);
  bar.start(Math.max(total, 1), 0, { messages: 0 });
  return {
    update: (done, messages) => { bar.update(Math.min(done, Math.max(total, 1)), { messages }); },
    stop: () => { bar.stop(); },
  };
}
