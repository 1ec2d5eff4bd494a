import { judgeMedia } from '../contract/cover-media.ts';
import type { ScreenItem, TextReply } from '../contract/engine.ts';
import type { Said } from '../contract/notices.ts';
import { listSurfaces } from '../contract/surfaces.ts';
import type { Degraded } from '../contract/verdict.ts';
import { withoutAllowed } from '../decide/allowed-words.ts';
import { judgeLinks, type LinkReport } from '../decide/links.ts';
import { actOn, hitsToList, mayHide } from '../decide/word-actions.ts';
import type { NamesSaid } from './blocked-names.ts';
import type { Checks } from './checks.ts';
import type { ScamJudgement } from './scam-check.ts';
import { surfacesToRead } from './surfaces.ts';

const NO_LINKS: LinkReport = { links: [], cut: false };
const MEDIA_CUT: Degraded = { check: 'media', code: 'limit-exceeded' };

/**
 * One message, from surfaces to verdict. One copy of the text and one normalisation, several readers of it; what no
 * switched-on check needs is not done. Pure but for `checks.flood`: no clock, no chance.
 */
export function screenOne(item: ScreenItem, checks: Checks): TextReply {
  const { message, mode, row } = item;
  const { settings } = checks;
  if (message.direction === 'outgoing') {
    const { delivery, notify } = row;
    const { media, cut } = judgeMedia(message, row, false);
    return { verdict: { delivery, notify, hits: [], links: [], media, notices: [], groups: [], degraded: cut ? [MEDIA_CUT] : [] }, writes: [] };
  }
  const list = listSurfaces(message);
  const degraded: Degraded[] = [...checks.missing];

  const { links, cut: linksCut } = settings.requests.inertLinks ? judgeLinks(message, row, list.surfaces, checks.hosts) : NO_LINKS;
  if (linksCut || (list.cut && settings.requests.inertLinks)) degraded.push({ check: 'links', code: 'limit-exceeded' });

  const wantsScam = checks.scam !== undefined && row.mayNotice;
  const read = checks.read(surfacesToRead(list), {
    words: item.exempt !== true && { delivery: row.delivery, now: item.now }, scam: wantsScam && item,
  });
  degraded.push(...read.degraded);

  const acting = withoutAllowed(read.hits, read.allowed);
  // Any word may stand behind so many hits: else allowed ones, repeated, would carry it through. Where a drawing or a table took too
  // many steps, people one knows are believed.
  const actions = !read.full && !(read.capped && row.careful) ? acting.map(({ action }) => action)
    : mayHide(settings.hiddenWords, { delivery: row.delivery, now: item.now }) ? ['hide' as const] : [];
  const { delivery, notify, coversMedia } = actOn(actions, row);
  // What nobody hears of need not be quieted, and takes nobody's place.
  const isNew = mode === 'live' && row.isStranger;
  const counts = settings.requests.quietFloods && isNew && notify !== 'none';
  const arrival = counts ? checks.flood.arrive(item) : undefined;
  const bundled = arrival?.bundled === true;

  const said = saidOf(item, read.scam, isNew ? checks.names?.(item) : undefined);
  const { media, cut: mediaCut } = judgeMedia(message, row, coversMedia, settings.requests.coverMedia);
  if (mediaCut) degraded.push(MEDIA_CUT);
  return {
    verdict: {
      delivery, notify: bundled ? 'silent' : notify, hits: hitsToList(acting), links, media, notices: [], groups: [...bundled ? ['flood'] : [], ...item.copies ? [item.copies] : []], degraded,
    },
    writes: arrival?.writes ?? [], said, cues: read.scam?.cues,
  };
}

/** What a notice may come of, and what is remembered: cues, and every edit that is judged, for an earlier revision may come later. Else nothing. */
function saidOf({ message, mode }: ScreenItem, scam: ScamJudgement | undefined, named: NamesSaid | undefined): Said | undefined {
  const counts = scam && (scam.said.cues.length || message.revision || (mode === 'live' && scam.said.level !== 'none'));
  return counts || named ? { alike: false, ...named, scam: scam?.said } : undefined;
}
