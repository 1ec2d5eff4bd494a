/**
 * `inward/forward`: the counter that an app keeps inside its encrypted messages, and how many chats a message may go to at once. Whether to pause says `reviewOutgoing`.
 * Pure; nothing is loaded.
 */
export { FORWARD, forwardLimit, nextHops } from './contract/forwarding.ts';
