import {
  createApplicationMessage, createCommit, createGroup, decodeMlsMessage, defaultCapabilities, defaultLifetime, emptyPskIndex,
  encodeMlsMessage, generateKeyPackage, getCiphersuiteFromName, getCiphersuiteImpl, joinGroup, processPrivateMessage,
  zeroOutUint8Array, type CiphersuiteImpl, type ClientState, type Credential, type KeyPackage, type MLSMessage,
  type PrivateKeyPackage, type Welcome,
} from 'ts-mls';
import { fromBase64, toBase64 } from './base64.ts';

const SUITE = 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519';
const VERSION = 'mls10';

/** One MLS group of two (RFC 9420) with one run of another client. */
interface Session {
  readonly id: string;
  state: ClientState;
}

export interface Opened {
  readonly plaintext: Uint8Array;
  readonly milliseconds: number;
}

/**
 * End-to-end encryption of the playground with `ts-mls`: keys are made here, live in memory and never leave. The
 * relay hands out key packages, so a dishonest relay could pose as a person on first contact; a real messenger lets
 * people compare keys. Calls must not overlap: MLS state moves forward one message at a time (see `Turns`).
 */
export class SecureChannel {
  readonly #suite: CiphersuiteImpl;
  readonly #credential: Credential;
  readonly #packages: { readonly publicPackage: KeyPackage; readonly privatePackage: PrivateKeyPackage }[] = [];
  /** By client: two sides that start at once make two groups; the smaller id is then used by both for sending. */
  readonly #sessions = new Map<string, Session[]>();

  private constructor(suite: CiphersuiteImpl, name: string) {
    this.#suite = suite;
    this.#credential = { credentialType: 'basic', identity: new TextEncoder().encode(name) };
  }

  static async create(name: string): Promise<SecureChannel> {
    return new SecureChannel(await getCiphersuiteImpl(getCiphersuiteFromName(SUITE)), name);
  }

  /** Makes single-use key packages for others to start a session with. */
  async keyPackages(count: number): Promise<readonly string[]> {
    const made: string[] = [];
    for (let at = 0; at < count; at++) {
      const pair = await this.#newPackage();
      this.#packages.push(pair);
      made.push(encode({ version: VERSION, wireformat: 'mls_key_package', keyPackage: pair.publicPackage }));
    }
    return made;
  }

  hasSession(client: string): boolean {
    return this.#sessions.has(client);
  }

  /** Starts a group with the owner of a key package; returns the welcome to send. @throws {Error} not a key package */
  async start(client: string, keyPackage: string): Promise<string> {
    const message = decode(keyPackage);
    if (message.wireformat !== 'mls_key_package') throw new Error('Not a key package.');
    const { welcome, state } = await withFreshKeys(() => this.#group(message.keyPackage));
    this.#keep(client, state);
    return encode({ version: VERSION, wireformat: 'mls_welcome', welcome });
  }

  async #group(keyPackage: KeyPackage): Promise<{ readonly welcome: Welcome; readonly state: ClientState }> {
    const own = await this.#newPackage();
    const id = crypto.getRandomValues(new Uint8Array(16));
    const empty = await createGroup(id, own.publicPackage, own.privatePackage, [], this.#suite);
    const { newState, welcome, consumed } = await createCommit({ state: empty, cipherSuite: this.#suite }, {
      extraProposals: [{ proposalType: 'add', add: { keyPackage } }], ratchetTreeExtension: true,
    });
    consumed.forEach(zeroOutUint8Array);
    if (welcome === undefined) throw new Error('No welcome was made.');
    return { welcome, state: newState };
  }

  /** Joins the group another client started. @throws {Error} the welcome is for none of our key packages */
  async join(client: string, welcome: string): Promise<void> {
    const message = decode(welcome);
    if (message.wireformat !== 'mls_welcome') throw new Error('Not a welcome.');
    for (const [at, { publicPackage, privatePackage }] of this.#packages.entries()) {
      try {
        const state = await joinGroup(message.welcome, publicPackage, privatePackage, emptyPskIndex, this.#suite);
        this.#packages.splice(at, 1); // Single use.
        this.#keep(client, state);
        return;
      } catch {
        // Made for another of our key packages.
      }
    }
    throw new Error('The welcome fits none of our key packages.');
  }

  async seal(client: string, plaintext: Uint8Array): Promise<string> {
    const session = this.#sessions.get(client)?.[0];
    if (session === undefined) throw new Error('No session yet.');
    const { newState, privateMessage, consumed } = await createApplicationMessage(session.state, plaintext, this.#suite);
    session.state = newState;
    consumed.forEach(zeroOutUint8Array);
    return encode({ version: VERSION, wireformat: 'mls_private_message', privateMessage });
  }

  /** @throws {Error} unknown group, forged or replayed */
  async open(client: string, sealed: string): Promise<Opened> {
    const started = performance.now();
    const message = decode(sealed);
    if (message.wireformat !== 'mls_private_message') throw new Error('Not a private message.');
    const id = toBase64(message.privateMessage.groupId);
    const session = this.#sessions.get(client)?.find((one) => one.id === id);
    if (session === undefined) throw new Error('No such session.');
    const result = await processPrivateMessage(session.state, message.privateMessage, emptyPskIndex, this.#suite);
    session.state = result.newState;
    result.consumed.forEach(zeroOutUint8Array);
    if (result.kind !== 'applicationMessage') throw new Error('Not an application message.');
    return { plaintext: result.message, milliseconds: performance.now() - started };
  }

  #newPackage(): Promise<{ publicPackage: KeyPackage; privatePackage: PrivateKeyPackage }> {
    return withFreshKeys(() => generateKeyPackage(this.#credential, defaultCapabilities(), defaultLifetime, [], this.#suite));
  }

  #keep(client: string, state: ClientState): void {
    const session: Session = { id: toBase64(state.groupContext.groupId), state };
    this.#sessions.set(client, [...this.#sessions.get(client) ?? [], session].sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
}

const KEY_TRIES = 6;

/**
 * In WebKitGTK about one new key in a hundred cannot be used by Web Crypto afterwards (measured: 4 of 30 page starts
 * failed, each making some twenty keys). Nothing has been sent by then, so new keys are made.
 */
async function withFreshKeys<T>(make: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await make();
    } catch (error) {
      if (tries === KEY_TRIES) throw error;
    }
  }
}

function encode(message: MLSMessage): string {
  return toBase64(encodeMlsMessage(message));
}

function decode(text: string): MLSMessage {
  const decoded = decodeMlsMessage(fromBase64(text), 0);
  if (decoded === undefined) throw new Error('Not an MLS message.');
  return decoded[0];
}
