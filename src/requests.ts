/**
 * `inward/requests`: what an inbox of message requests needs beside `Safety`: what a sender may be told, what to ask twice, groups,
 * and deleting many at once. Pure tables and functions; nothing is loaded.
 */
export { deleteRequests, undoDelete, type DeletedRequests, type RequestsLeft } from './contract/delete-requests.ts';
export { groupRequests, MANY_LINKS, type RequestGroup, type RequestGroupCode, type RequestToGroup } from './contract/group-requests.ts';
export { ASKS_TWICE, asksTwice, requestFacts, type RequestFact, type RequestStep } from './contract/request-friction.ts';
export { SIGNALS, SIGNALS_OF_DELIVERY, signalsFor, type Signals } from './contract/signals.ts';
