/** Gives the value back, or throws when it is null or undefined: for what the code around it has already made sure of. */
export function must<T>(value: T | null | undefined, what = 'a value'): T {
  if (value === null || value === undefined) throw new Error(`Expected ${what}`);
  return value;
}
