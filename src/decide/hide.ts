import type { DeliveryRow } from '../contract/delivery.ts';
import type { Delivery, Notify } from '../contract/verdict.ts';

/** A hidden word moves a message to the hidden folder, without a sound. What is denied stays denied. */
export function hideBy(hides: boolean, row: DeliveryRow): { readonly delivery: Delivery; readonly notify: Notify } {
  if (!hides || row.delivery === 'denied') return { delivery: row.delivery, notify: row.notify };
  return { delivery: 'hidden', notify: 'none' };
}
