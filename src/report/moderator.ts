/** `inward/report/moderator`: what a moderator's tool does with an opened report, in a page or in Node. Never loaded by an app that sends reports. */
export { caseOf, type OpenedCase } from './case-of.ts';
export { checkCopies, type CaseSketch, type CheckedCopies } from './check-copies.ts';
