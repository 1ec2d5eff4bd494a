import { SafetyError } from '../contract/errors.ts';

/** A part of this package's code that an app does not pay for before it is needed. @throws {SafetyError} asset-unavailable */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    throw new SafetyError('asset-unavailable', 'A part of the "inward" package could not be loaded. Serve all of its files.');
  }
}
