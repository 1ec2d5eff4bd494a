import { createFeatureKernel } from '../../../models/build/kernel.ts';

const kernel = createFeatureKernel();

/** What the scam model is given of a text to read, without the spaces around. */
export const readAs = (text: string): string => kernel.fold(text).trim();

/** Texts as they are written plainly, in letters that disguises know. */
export const PLAIN = [
  'your parcel waits, please transfer the storage fee today', 'bitte überweisen sie heute noch die gebühr', 'su paquete espera, transfiera la tarifa de aduana',
  'por favor pague a taxa pendente agora mesmo',
] as const;
