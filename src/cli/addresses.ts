import { FetchError, UsageError } from '../errors.ts';
import { canonicalUrl } from '../gather/address.ts';

/** Checks the addresses of an option before anything is done. Throws a UsageError with a fault for each that is none. */
export function checkAddresses(option: string, addresses: readonly string[]): void {
  const faults = addresses.flatMap((address) => {
    try {
      canonicalUrl(address);
      return [];
    } catch (error) {
      if (error instanceof FetchError) return [`${option} ${address}: ${error.message}`];
      throw error;
    }
  });
  if (faults.length > 0) throw new UsageError(faults);
}
