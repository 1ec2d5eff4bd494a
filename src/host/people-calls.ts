// What is loaded with the first call about people: those one blocked, and contacts.

export * as blocked from './blocked-list.ts';
export { contacts } from './contact-list.ts';
