import { judgeMedia } from '../contract/cover-media.ts';
import { blockedNotice } from '../contract/blocked-notice.ts';
import type { ScreenItem, ScreenReply } from '../contract/engine.ts';
import { listSurfaces } from '../contract/surfaces.ts';
import type { Degraded, Notice } from '../contract/verdict.ts';
import { withoutAllowed } from '../decide/allowed-words.ts';
import { judgeLinks, type LinkReport } from '../decide/links.ts';
import { scamNotice } from '../decide/scam-notice.ts';
import { actOn, hitsToList, mayHide } from '../decide/word-actions.ts';
import type { Checks } from './checks.ts';
import { surfacesToRead } from './surfaces.ts';

const NO_LINKS: LinkReport = { links: [], cut: false };
const MEDIA_CUT: Degraded = { check: 'media', code: 'limit-exceeded' };

/**
 * One message, from surfaces to verdict. One copy of the text and one normalisation, several readers of it; what no
 * switched-on check needs is not done. Pure but for `checks.state`: no clock, no chance.
 */
export function screenOne(item: ScreenItem, checks: Checks): ScreenReply {
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
  const arrival = counts ? checks.state.arrive(item) : undefined;
  const bundled = arrival?.bundled === true;

  const like = isNew && checks.names?.(item);
  const { granted, named, writes, degraded: stateTrouble } = checks.considers
    ? checks.state.consider(item, read.scam?.said, like) : { granted: 'none' as const, writes: [], degraded: [] };
  degraded.push(...stateTrouble);
  const facts = read.scam?.facts;
  const notices: Notice[] = facts !== undefined && granted !== 'none' ? [scamNotice(message, granted, facts)] : [];
  if (named) notices.push(blockedNotice(message.conversationId, message.id, 'name-like-blocked'));

  const { media, cut: mediaCut } = judgeMedia(message, row, coversMedia, settings.requests.coverMedia);
  if (mediaCut) degraded.push(MEDIA_CUT);
  return {
    verdict: {
      delivery, notify: bundled ? 'silent' : notify, hits: hitsToList(acting), links, media, notices, groups: bundled ? ['flood'] : [], degraded,
    },
    writes: [...writes, ...arrival?.writes ?? []],
  };
}
