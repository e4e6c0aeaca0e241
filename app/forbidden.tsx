import { errorReference } from '@/lib/web/request';
import { ForbiddenPage } from './_ui/forbidden-page';

export const metadata = { title: 'Not for your role' };

export default async function Forbidden() {
  return <ForbiddenPage reference={await errorReference()} />;
}
