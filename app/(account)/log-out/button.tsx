import { Button } from '@/app/_ui/button';

export function LogOutButton() {
  return (
    <form action="/log-out" method="post">
      <Button look="quiet">Log out</Button>
    </form>
  );
}
