import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { accountTopics } from './account-topics';
import { certificateTopics } from './certificate-topics';
import { Topics } from './topics';

export const metadata = { title: 'Help' };

export default function HelpPage() {
  return (
    <Main width="regular">
      <PageTitle lead="How to get in, renew, apply and pay, and whom to ask.">Help</PageTitle>
      <Topics topics={[...accountTopics, ...certificateTopics]} />
    </Main>
  );
}
