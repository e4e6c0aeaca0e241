import { errorReference } from '@/lib/web/request';
import { NotFoundPage } from './_ui/not-found-page';

export const metadata = { title: 'Page not found' };

export default async function NotFound() {
  return <NotFoundPage reference={await errorReference()} />;
}
