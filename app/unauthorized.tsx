'use client';

import { ForbiddenPage } from './_ui/forbidden-page';

/** No page of ours answers 401 this way: they redirect to the login. Here because Next puts its own into every page else. */
export default function Unauthorized() {
  return <ForbiddenPage />;
}
