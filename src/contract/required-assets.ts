import type { AssetName } from './assets.ts';
import type { EngineSettings } from './engine.ts';
import type { Settings } from './settings.ts';
import { availableKernel } from './simd.ts';
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

/** Who writes is judged, of strangers and those one accepted. */
export function judgesContact({ contact, notices }: Settings): boolean {
  return contact.enabled && notices !== 'off';
}

/** Long messages are compared with others, and hops counted. */
export function seesChains({ chain, notices }: Settings): boolean {
  return chain.enabled && notices !== 'off';
}

/** Notices may come of it, and are remembered by conversation. */
export function keepsNotices(settings: EngineSettings): boolean {
  return scoresScams(settings) || settings.names !== undefined || judgesContact(settings) || seesChains(settings);
}

/**
 * Assets the engine needs for these settings, beside its own worker file. Off means not even requested. Pure, but for what
 * the device can run: of the text kernel's builds it asks for that one, and without models for the one without them.
 */
export function assetsFor(settings: EngineSettings): readonly AssetName[] {
  const words = hidesWords(settings);
  const scam = scoresScams(settings);
  const names = settings.names !== undefined;
  const text = words || scam || names;
  const kernel = availableKernel();
  const lists = words ? [...new Set(settings.hiddenWords.lists)] : [];
  return [
    ...(text ? ['tables.bin' as const] : []),
    ...(text && kernel !== 'none' ? [scam ? `${kernel}.bin` as const : `${kernel}-words.bin` as const] : []),
    ...(words || names ? ['lookalikes.bin' as const] : []),
    ...(words ? ['common-words.bin' as const] : []),
    ...(lists.length > 0 ? ['languages.bin' as const, ...lists.flatMap(listAssets)] : []),
    ...(scam ? ['scam.bin' as const] : []),
  ];
}

/**
 * Files a default list may stand in, whether or not this package has one of that name: of `pt-BR`, `pt-br` before `pt`.
 * RFC 4647 §3.4, look-up.
 */
export function listAssets(tag: string): readonly `words-${string}.bin`[] {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_, n) => `words-${parts.slice(0, parts.length - n).join('-')}.bin` as const);
}

/** Checks that would have run, for the `degraded` list where none did. */
export function checksFor(settings: EngineSettings): readonly CheckName[] {
  return [
    ...(hidesWords(settings) ? ['hidden-words' as const] : []), ...(scoresScams(settings) ? ['scam' as const] : []),
    ...(settings.names ? ['names' as const] : []), ...(judgesContact(settings) ? ['contact' as const] : []), ...(seesChains(settings) ? ['chain' as const] : []),
  ];
}
