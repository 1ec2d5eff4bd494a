/**
 * `inward/settings`: what a settings screen needs beside `Safety`: who may reach a person by age, what a change lets in, what
 * an age may do, and when to say that a location is shared. Pure tables and functions; nothing is loaded.
 */
export { CAPABILITIES, type Capability, type Grant } from './contract/capabilities.ts';
export { defaultSettingsFor } from './contract/default-settings-for.ts';
export { DELIVERY, USUAL_REACH, type DeliveryRow } from './contract/delivery-table.ts';
export { explainChange, type Loosened, type LoosenedCode } from './contract/explain-change.ts';
export {
  LOCATION_FIRST_REMINDER_MS, LOCATION_REMINDER_MS, locationSharing, type LocationShare, type LocationStatus,
} from './contract/location-sharing.ts';
