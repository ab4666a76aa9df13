import type { KeyboardEvent } from 'react';

/** Enter in a box or a circle chooses nothing: it should not send the form that they stand in either. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}
