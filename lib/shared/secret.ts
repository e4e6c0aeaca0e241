const hidden = Symbol('hidden');

/**
 * Holds an SSN, birth date, password or token so that printing, logging or serialising it shows nothing.
 * `reveal` is the only way out; call it where the value is encrypted, hashed or sent, and nowhere else.
 */
export class Secret<T = string> {
  readonly [hidden]: () => T;

  constructor(value: T) {
    this[hidden] = () => value;
  }

  reveal(): T {
    return this[hidden]();
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[redacted]';
  }
}

export function secret<T>(value: T): Secret<T> {
  return new Secret(value);
}
