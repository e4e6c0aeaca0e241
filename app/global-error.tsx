'use client';

import Failed from './error';

/** The last resort: the layout itself failed, so this brings its own. */
export default function GlobalError(props: Parameters<typeof Failed>[0]) {
  return (
    <html lang="en">
      <body>
        <Failed {...props} />
      </body>
    </html>
  );
}
