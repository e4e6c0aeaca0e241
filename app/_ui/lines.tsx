import { Fragment } from 'react';

/** An address: each part on a line of its own. */
export function Lines({ of: lines }: { readonly of: readonly string[] }) {
  return lines.map((line, position) => (
    <Fragment key={line}>
      {position > 0 && <br />}
      {line}
    </Fragment>
  ));
}
