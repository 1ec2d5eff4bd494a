import type { LinkReason } from '../contract/verdict.ts';
import { ADDRESS, type KnowsTop } from './find-links.ts';
import { hostNameOf } from './host-name.ts';

export type MaybeReason = LinkReason | false;

/** Who tells hosts apart: `PLAIN_HOSTS`, or with `suffixes.bin` `openHosts`. Addresses are as somebody wrote them. */
export interface HostJudge {
  /** Whoever has what an address leads to: two addresses with the same answer lead to the same. */
  holder(address: string, registrable?: (name: string) => string): string;
  /** What a host gives away by itself; `false` for what it does not. */
  reasons(address: string): readonly MaybeReason[];
  /** Where there is a table. */
  readonly isTop?: KnowsTop;
}

/** Without a table: the same host, and what can be seen in it without knowing any letter. */
export const PLAIN_HOSTS: HostJudge = {
  holder(address, registrable = (name) => name) {
    const { before, name } = hostNameOf(address);
    return before + registrable(name);
  },
  reasons(address) {
    const { name, disguised } = hostNameOf(address);
    return [(name[0] === '[' || ADDRESS.test(name)) && 'ip-address', disguised && 'obfuscated'];
  },
};
