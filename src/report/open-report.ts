import { SafetyError } from '../contract/errors.ts';
import type { ReportErrorCode } from '../contract/report-codes.ts';
import type { Report } from '../contract/report.ts';
import type { Bytes } from './bytes.ts';
import { parseCanonical } from './canonical.ts';
import { type Envelope, parseEnvelope, type RoutingHeader } from './envelope.ts';
import { hpke, infoFor } from './hpke-suite.ts';
import { unpad } from './padding.ts';
import { isReport } from './parse-report.ts';
import type { PrivateRecipientKey } from './private-keys.ts';
import { publicBytes } from './recipient-keys.ts';

/** Ids of envelopes and reports that were opened before, kept by the moderator. */
export interface SeenReports {
  has(id: string): boolean | Promise<boolean>;
  add(id: string): unknown;
}

export interface OpenedReport {
  readonly header: RoutingHeader;
  readonly report: Report;
  /** As it was sealed, and as the person read it. */
  readonly bytes: Bytes;
}

/**
 * The recipient's side of the seal. Old private keys open what was sealed while they were in force; drop them when their last report is closed.
 * @throws {SafetyError} report-malformed, key-unknown, policy-mismatch, seal-broken, report-invalid, report-replayed
 */
export async function openReport(envelope: Uint8Array, keys: readonly PrivateRecipientKey[], seen: SeenReports): Promise<OpenedReport> {
  const parts = parseEnvelope(envelope);
  if (parts === undefined) throw new SafetyError('report-malformed', 'These bytes are no sealed report.');
  const { header } = parts;
  const own = keys.find(({ key }) => key.id === header.keyId);
  if (own === undefined) throw new SafetyError('key-unknown', 'Its key is not here.');
  if (own.key.policy !== header.policy) throw new SafetyError('policy-mismatch', 'The report names other terms than its key.');
  const bytes = unpad(await unsealed(parts, own));
  const report = bytes === undefined ? undefined : parseCanonical(bytes);
  if (bytes === undefined || !isReport(report)) throw invalid();
  if (header.to === 'moderator' && report.policy !== header.policy) throw invalid();
  // One report has one id: the same one in a new envelope is the same report.
  const id = `${header.to}:${report.id}`;
  if (await seen.has(id)) throw new SafetyError('report-replayed', 'This report came before.');
  await seen.add(id);
  return { header, report, bytes };
}

async function unsealed({ header, aad, enc, ciphertext }: Envelope, own: PrivateRecipientKey): Promise<Bytes> {
  const publicKey = await hpke().DeserializePublicKey(publicBytes(own.key.publicKey));
  const privateKey = await hpke().DeserializePrivateKey(own.privateKey, false);
  try {
    return await hpke().Open({ publicKey, privateKey }, enc, ciphertext, { info: infoFor(header.policy), aad }) as Bytes;
  } catch (cause) {
    throw new SafetyError('seal-broken', 'The seal does not open.', { cause });
  }
}

function invalid(): SafetyError<ReportErrorCode> {
  return new SafetyError('report-invalid', 'It is no report.');
}
