import type { AssetName } from './assets.ts';
import type { Settings } from './settings.ts';
import type { CheckName } from './verdict.ts';

/** Words or lists to look for. A switched-on feature without a single word costs nothing. */
export function hidesWords(settings: Settings): boolean {
  const { enabled, words, lists } = settings.hiddenWords;
  return enabled && (words.length > 0 || lists.length > 0);
}

/** `observe` counts as on: it computes and shows nothing. */
export function scoresScams(settings: Settings): boolean {
  return settings.scam.enabled && settings.notices !== 'off';
}

/** Assets the engine needs for these settings, beside its own worker file. Off means not even requested. Pure. */
export function assetsFor(settings: Settings): readonly AssetName[] {
  const words = settings.hiddenWords.enabled && settings.hiddenWords.words.length > 0;
  const scam = scoresScams(settings);
  return [...(words || scam ? ['tables.bin' as const] : []), ...(scam ? ['scam.bin' as const] : [])];
}

/** Checks that would have run, for the `degraded` list where none did. */
export function checksFor(settings: Settings): readonly CheckName[] {
  return [...(hidesWords(settings) ? ['hidden-words' as const] : []), ...(scoresScams(settings) ? ['scam' as const] : [])];
}
