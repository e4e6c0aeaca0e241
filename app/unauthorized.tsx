import { ForbiddenPage } from './_ui/forbidden-page';

/** No page of ours answers 401: they lead to the login. Here because Next puts its own into every page that has none. */
export default function Unauthorized() {
  return <ForbiddenPage />;
}
