import { Actions } from '@/app/_ui/actions';
import { Button } from '@/app/_ui/button';
import { Card, Columns } from '@/app/_ui/card';
import { CodeField } from '@/app/_ui/form/code-field';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { NameField } from '@/app/_ui/form/text-field';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { addressLimits } from '@/lib/accounts/rules';
import { findPublicCertificates, type PublicSearch } from '@/lib/certificates/public-queries';
import { findRuleSet } from '@/lib/rulebook/public-queries';
import { anyone } from '@/lib/shared/context';
import { dayInConnecticut } from '@/lib/shared/days';
import { clock, requestCtx } from '@/lib/web/request';
import { setResponseStatus } from '@/lib/web/response-status';
import { slowDownIfOften } from '@/lib/web/slow-down';
import { Results } from './results';
import { readSearch, valueOf, type Asked, type Params } from './search';

export const metadata = { title: 'Check a certificate' };

export default async function CheckPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const asked = readSearch(params);
  if ('errors' in asked) await setResponseStatus(422);
  return (
    <Main width="wide">
      <PageTitle lead="Anyone may see what certificate an educator holds, for what, and whether it is valid. No account is needed.">
        Check a certificate
      </PageTitle>
      {'search' in asked && <Found search={asked.search} />}
      <Columns even>
        <Card heading="By certificate number">
          <NumberForm asked={asked} typed={valueOf(params, 'number')} />
        </Card>
        <Card heading="By name">
          <NameForm asked={asked} lastName={valueOf(params, 'lastName')} firstName={valueOf(params, 'firstName')} />
        </Card>
      </Columns>
    </Main>
  );
}

async function Found({ search }: { search: PublicSearch }) {
  await slowDownIfOften(await requestCtx(anyone), addressLimits.publicCheck);
  const [found, ruleSet] = await Promise.all([findPublicCertificates(search), findRuleSet()]);
  return <Results search={search} found={found} asked={{ day: dayInConnecticut(clock()), ruleSet }} />;
}

// Plain forms that put their answers into the address, so that a search can be bookmarked and needs no script.
function NumberForm({ asked, typed }: { asked: Asked; typed: string }) {
  const errors = asked.by === 'number' && 'errors' in asked ? asked.errors : [];
  return (
    <form action="/check" className="cecs-form" noValidate>
      <ErrorSummary errors={errors} />
      <CodeField
        name="number"
        label="Certificate number"
        hint="On the certificate, like K000-04K2."
        error={errors[0]?.message}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
      />
      <Actions>
        <Button>Check this number</Button>
      </Actions>
    </form>
  );
}

function NameForm({ asked, lastName, firstName }: { asked: Asked; lastName: string; firstName: string }) {
  const errors = asked.by === 'name' && 'errors' in asked ? asked.errors : [];
  const messageOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <form action="/check" className="cecs-form" noValidate>
      <ErrorSummary errors={errors} />
      <NameField name="lastName" label="Last name" error={messageOf('lastName')} defaultValue={lastName} autoComplete="off" />
      <NameField name="firstName" label="First name" error={messageOf('firstName')} defaultValue={firstName} autoComplete="off" />
      <Actions>
        <Button look="secondary">Check this name</Button>
      </Actions>
    </form>
  );
}
