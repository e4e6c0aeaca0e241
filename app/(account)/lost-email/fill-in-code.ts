/** The part of a link behind its sign, which browsers keep to themselves. */
export function fillInCodeOfLink(): void {
  const [input] = document.getElementsByName('code');
  if (input instanceof HTMLInputElement && input.value === '') input.value = window.location.hash.slice(1);
}
