import { type WritableResource } from '@angular/core';

/**
 * Reads `resource` anew after something has changed. `reload()` does nothing while it is being read already, and that answer may have been
 * made before the change: here it is let go, and what was shown stays until the next one.
 */
export function readAgain<T>(resource: WritableResource<T | undefined>): void {
  if (resource.isLoading() && resource.hasValue()) resource.set(resource.value());
  resource.reload();
}
