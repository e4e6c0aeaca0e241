import { NotFoundMessage } from '@/app/_ui/not-found-page';

/** Below this layout's header: the one at the root brings a header of its own. */
export default function NotFound() {
  return <NotFoundMessage href="/staff" action="Go to my work" />;
}
