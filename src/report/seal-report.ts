import { SafetyError } from '../contract/errors.ts';
import type { Press, RecipientKey, SealedReport } from '../contract/report-seal.ts';
import type { Report } from '../contract/report.ts';
import { reportBytes } from './build-report.ts';
import { randomBytes, toBase64url, type Bytes } from './bytes.ts';
import { aadOf, envelopeBytes, type RoutingHeader } from './envelope.ts';
import { requirePress } from './gesture.ts';
import { hpke, infoFor } from './hpke-suite.ts';
import { pad } from './padding.ts';
import { again } from './private-keys.ts';
import { keyInForce, publicBytes } from './recipient-keys.ts';
import { subtle } from './web-crypto.ts';

export interface SealOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Pinned, the present one and the next. */
  readonly moderator: readonly RecipientKey[];
  /** A local partner, where the person chose one. A seal of its own. */
  readonly partner?: readonly RecipientKey[];
  /** The event of the press, for browsers without `navigator.userActivation`. */
  readonly press?: Press;
}

/**
 * Seals a preview, to the byte, for its recipients; who sends it is the host. Call it from the press of Send. Under 25 ms for 30 messages.
 * @throws {SafetyError} gesture-required, not-the-preview, recipient-key-invalid, recipient-key-expired, policy-mismatch: it was built for other
 * terms than the key's; seal-unsupported, insecure-context
 */
export async function sealReport(report: Report, options: SealOptions): Promise<SealedReport> {
  requirePress(options.press);
  const bytes = reportBytes(report);
  subtle();
  const moderator = { to: 'moderator' as const, key: await keyInForce(options.moderator, options.now) };
  const partner = options.partner === undefined ? [] : [{ to: 'partner' as const, key: await keyInForce(options.partner, options.now) }];
  // The terms are the moderator's; a partner has an agreement of its own, under its own version.
  if (moderator.key.policy !== report.policy) throw new SafetyError('policy-mismatch', 'The report was built for other terms: build it anew.');
  const recipients = [moderator, ...partner];
  const envelopes = await Promise.all(recipients.map(({ to, key }) => seal(bytes, to, key)));
  return {
    facts: {
      reportId: report.id, sealedAt: options.now, messages: report.messages.filter(({ shown }) => shown !== 'out').length,
      category: report.category, urgency: report.urgency, recipients: recipients.map(({ to, key: { name, id, notAfter } }) => ({ to, name, keyId: id, notAfter })),
    },
    envelopes,
  };
}

async function seal(bytes: Bytes, to: RoutingHeader['to'], key: RecipientKey): Promise<Bytes> {
  const aad = aadOf({ v: 1, to, keyId: key.id, policy: key.policy, envelopeId: toBase64url(randomBytes(16)) });
  const publicKey = await deserialized(publicBytes(key.publicKey));
  const { encapsulatedSecret, ciphertext } = await again(() => hpke().Seal(publicKey, pad(bytes), { info: infoFor(key.policy), aad }));
  return envelopeBytes({ aad, enc: encapsulatedSecret as Bytes, ciphertext: ciphertext as Bytes });
}

async function deserialized(publicKey: Bytes): Promise<Awaited<ReturnType<ReturnType<typeof hpke>['DeserializePublicKey']>>> {
  try {
    return await hpke().DeserializePublicKey(publicKey);
  } catch (cause) {
    throw new SafetyError('seal-unsupported', 'No X25519 in Web Crypto.', { cause });
  }
}
