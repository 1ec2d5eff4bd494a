/** `inward/report/press`: asking for an answer to a report that has none. Loaded when the person asks. */
export { pressInHand, ticketWithPress, type PressOptions, type PressTools } from './press-in-hand.ts';
