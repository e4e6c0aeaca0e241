import { ForbiddenPage } from './_ui/forbidden-page';

export const metadata = { title: 'Not for your role' };

export default function Forbidden() {
  return <ForbiddenPage />;
}
