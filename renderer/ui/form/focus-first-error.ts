/** Puts the focus on the first field of a form that has an error, so that a keyboard finds what is to be mended. */
export function focusFirstError(form: HTMLElement | null): void {
  // After the errors are drawn; before that no field is marked.
  window.requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  });
}
