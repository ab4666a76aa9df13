/** Every currency that the runtime knows, by name, with the one that is chosen in any case. */
export function listCurrencies(chosen: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(['en'], { type: 'currency' });
  const codes = new Set([chosen, ...Intl.supportedValuesOf('currency')]);
  return [...codes]
    .map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** Of its minor unit, as the server will say too. */
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
