import { NotFoundMessage } from '@/app/_ui/not-found-page';
import { errorReference } from '@/lib/web/request';

/** Below this layout's header: the one at the root brings a header of its own. */
export default async function NotFound() {
  return <NotFoundMessage reference={await errorReference()} href="/home" action="Go to my home page" />;
}
