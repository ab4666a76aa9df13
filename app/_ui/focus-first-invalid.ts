/** After the next paint, when the fields know that they are wrong: of the dialog that is open, or of the page. */
export function focusFirstInvalid(): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      const form = document.querySelector('[role=dialog][data-state=open]') ?? document.querySelector('main');
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  });
}
