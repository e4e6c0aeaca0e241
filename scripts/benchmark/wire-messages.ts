/*
 * What a client says to PostgreSQL (protocol 3.0), read from the bytes as they pass: enough of it to know every statement
 * with its parameters.
 */
export type Statement = { readonly text: string; readonly parameters: readonly (string | null)[] };

/** Reads one connection: `push` takes the next bytes and tells what became complete with them. */
export function wireReader(): { push(bytes: Buffer): Statement[] } {
  let rest = Buffer.alloc(0);
  let hasStarted = false;
  const prepared = new Map<string, string>();

  function next(): Statement[] | undefined {
    // The first message of a connection has no letter.
    const lead = hasStarted ? 1 : 0;
    if (rest.length < lead + 4) return undefined;
    const end = lead + rest.readInt32BE(lead);
    if (rest.length < end) return undefined;
    const letter = hasStarted ? String.fromCharCode(rest.readUInt8(0)) : 'startup';
    const body = rest.subarray(lead + 4, end);
    rest = rest.subarray(end);
    hasStarted = true;
    return saidBy(letter, body, prepared);
  }

  return {
    push(bytes) {
      rest = Buffer.concat([rest, bytes]);
      const said: Statement[] = [];
      for (let found = next(); found; found = next()) said.push(...found);
      return said;
    },
  };
}

function saidBy(letter: string, body: Buffer, prepared: Map<string, string>): Statement[] {
  switch (letter) {
    case 'Q':
      return [{ text: textAt(body, 0), parameters: [] }];
    case 'P': {
      const name = textAt(body, 0);
      prepared.set(name, textAt(body, Buffer.byteLength(name) + 1));
      return [];
    }
    case 'B':
      return [bound(body, prepared)];
    default:
      return [];
  }
}

function bound(body: Buffer, prepared: ReadonlyMap<string, string>): Statement {
  const portal = textAt(body, 0);
  let at = Buffer.byteLength(portal) + 1;
  const name = textAt(body, at);
  at += Buffer.byteLength(name) + 1;
  at += 2 + 2 * body.readInt16BE(at);
  const parameters: (string | null)[] = [];
  const many = body.readInt16BE(at);
  at += 2;
  while (parameters.length < many) {
    const length = body.readInt32BE(at);
    at += 4;
    parameters.push(length < 0 ? null : body.toString('utf8', at, at + length));
    at += Math.max(length, 0);
  }
  return { text: prepared.get(name) ?? '', parameters };
}

function textAt(body: Buffer, at: number): string {
  return body.toString('utf8', at, body.indexOf(0, at));
}
