// Burmese as phones with Zawgyi fonts write it (myanmar-tools, Apache-2.0; 1.2.0 was published without its code): for training and for the
// concepts' forms, never in what ships.

import { createRequire } from 'node:module';

/** What is used of the package, which has no types of its own. */
interface MyanmarTools {
  readonly ZawgyiConverter: new () => { unicodeToZawgyi(text: string): string };
}

const { ZawgyiConverter } = createRequire(import.meta.url)('myanmar-tools') as MyanmarTools;
const converter = new ZawgyiConverter();

/** Text in Unicode's Burmese to Zawgyi's; what is not Burmese stays as it is. */
export function toZawgyi(text: string): string {
  return converter.unicodeToZawgyi(text);
}
