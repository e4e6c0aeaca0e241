import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { heldValues, requireEducatorAt } from '@/lib/web/session';
import { AnswerForm } from './form';

export const metadata = { title: 'One more question' };

export default async function OneMoreQuestionPage() {
  const ctx = await requireEducatorAt('/register/more');
  return (
    <Main width="narrow">
      <PageTitle lead="We could not link a record to you for certain. Your answer keeps you from getting a second number; the rest helps us find the first.">
        One more question
      </PageTitle>
      <AnswerForm initialValues={await heldValues(ctx)} />
      <p>
        Did you mistype something? <a href="/register">Go back and type it again</a>.
      </p>
    </Main>
  );
}
