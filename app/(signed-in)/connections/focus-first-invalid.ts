/** After the next paint, when the fields know that they are wrong. */
export function focusFirstInvalid(): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus());
  });
}
