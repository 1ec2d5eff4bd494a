/** `inward/browser`: what only a browser has. */
export { createIndexedDbStore, type IndexedDbStore, type IndexedDbStoreOptions } from './host/encrypted-store.ts';
