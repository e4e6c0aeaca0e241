/** Something the person at the keyboard can act on. Its message is printed as it is, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}
