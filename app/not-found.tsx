import { NotFoundPage } from './_ui/not-found-page';

export const metadata = { title: 'Page not found' };

export default function NotFound() {
  return <NotFoundPage />;
}
