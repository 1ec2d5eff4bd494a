import { APART, BRACKETED, NUMBER, plainUnits } from './find-links.ts';

export interface HostName {
  /** As written, but with plain dots and A–Z in lower case, without a leading `www.`; empty where there is none. */
  readonly name: string;
  /** What tells holders apart besides the host: the user of a mail address, `tel:` and the plain number of what calls one, all of an address that an app opens; else empty. */
  readonly before: string;
  /** Written so that a filter, or a reader, takes it for something else. */
  readonly disguised: boolean;
}

const DISGUISED = new RegExp(`${BRACKETED}|${APART}`, 'gi');
/** UTS #46: mapped to nothing. */
const IGNORED = /[\xad\u200b-\u200f\u2060-\u2064]/g;
/**
 * Scheme, slashes, user, host. RFC 3986 §3.2; as in a browser, slashes lean either way, and `https:` needs none. What stands before a colon
 * is a host where it holds a dot and no slash follows.
 */
const PARTS = /^([a-z][a-z\d+-]*:|[a-z][a-z\d+.-]*:(?=[/\\]))?([/\\]*)([^/?#\\]*@)?(\[[^\]]*\]|[^/?#\\:]*)/i;
/** What calls, or writes to, a telephone number. */
const CALLS = RegExp(`^(?:tel|sms|facetime)[a-z-]*:/*(${NUMBER})?`, 'i');

/** Host of an address as somebody wrote it, whatever form it has. O(address). */
export function hostNameOf(address: string): HostName {
  const plain = plainUnits(address).replace(DISGUISED, '.').replace(/[[({]:[\])}]/g, ':').replace(IGNORED, '');
  const [, scheme = '', slashes = '', user = '', host = ''] = PARTS.exec(plain) ?? [];
  const calls = CALLS.exec(plain);
  const web = /^(?:h..ps?:|mailto:)?$/i.test(scheme);
  return {
    name: web || slashes !== '' ? host.toLowerCase().replace(/^www\.|\.$/g, '') : '',
    before: calls ? 'tel:' + (calls[1] ?? '').replace(/\(0\)|[^\d+]/g, '').replace(/^00/, '+') : (web ? slashes === '' ? user : '' : plain).toLowerCase(),
    disguised: plain !== address || (slashes !== '' && user !== '') || /^hxx/i.test(plain),
  };
}
