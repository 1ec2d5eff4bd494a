import { APART, BRACKETED } from './find-links.ts';

export interface HostName {
  /** As written, but with plain dots and A–Z in lower case, without a leading `www.`; empty where there is none. */
  readonly name: string;
  /** Written so that a filter, or a reader, takes it for something else. */
  readonly disguised: boolean;
}

const DISGUISED = new RegExp(`${BRACKETED}|${APART}`, 'gi');
/** UTS #46: mapped to nothing. */
const IGNORED = /[\xad\u200b-\u200f\u2060-\u2064]/g;
/** Slashes, user, host. RFC 3986 §3.2; as in a browser, slashes lean either way, and `https:` needs none. What stands before a colon without them is a host. */
const PARTS = /^(?:https?:|mailto:|[a-z][a-z\d+.-]*:(?=[/\\]))?([/\\]*)([^/?#\\]*@)?(\[[^\]]*\]|[^/?#\\:]*)/i;

/** Host of an address as somebody wrote it, whatever form it has. O(address). */
export function hostNameOf(address: string): HostName {
  const plain = address.replace(DISGUISED, '.').replace(/[[({]:[\])}]/g, ':').replace(IGNORED, '');
  const [, slashes, user, host = ''] = PARTS.exec(plain) ?? [];
  const name = host.toLowerCase().replace(/^www\.|\.$/g, '');
  return { name, disguised: plain !== address || (slashes !== '' && user !== undefined) || /^hxx/i.test(plain) };
}
