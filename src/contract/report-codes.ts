/**
 * Codes of what reports may throw, beside those of `ERROR_CODES`. A list of its own, so that neither the worker nor the page's start
 * carries it. Codes are only ever added.
 *
 * `gesture-required`: a report leaves only while the person presses. `not-the-preview`: another object than `buildReport` made.
 * `recipient-key-invalid`: its id is not its digest. `recipient-key-expired`: none is in force: build the report anew with newer keys.
 * `seal-unsupported`: this engine has no X25519. Of the receiving side: `report-malformed`, not an envelope of ours; `key-unknown`;
 * `seal-broken`, not a bit of it is trusted; `policy-mismatch`; `report-invalid`, sealed well and not a report; `report-replayed`;
 * `reports-unset`: `createSafety` was given no `reports`. `report-discarded`: it was let go of. `attachment-differs`, not the committed ciphertext or key; `receipt-forged`; `receipt-conflict`, two receipts of one number. `press-too-early`, `press-answered`: no answer can be asked for yet, or any more.
 */
export type ReportErrorCode =
  | 'gesture-required' | 'not-the-preview' | 'recipient-key-invalid' | 'recipient-key-expired' | 'seal-unsupported'
  | 'report-malformed' | 'key-unknown' | 'seal-broken' | 'policy-mismatch' | 'report-invalid' | 'report-replayed'
  | 'reports-unset' | 'report-discarded'
  | 'attachment-differs' | 'receipt-forged' | 'receipt-conflict'
  | 'press-too-early' | 'press-answered';
