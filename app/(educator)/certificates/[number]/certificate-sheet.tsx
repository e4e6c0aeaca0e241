import { toSVG } from 'bwip-js/node';
import type { ReactNode } from 'react';
import { DateText } from '@/app/_ui/date-text';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { Sheet, SheetName } from '@/app/_ui/sheet';
import type { MyCertificate } from '@/lib/certificates/my-queries';
import type { Standing } from '@/lib/certificates/model';
import { standingOn, validThrough } from '@/lib/certificates/validity';
import { appOrigin } from '@/lib/env';
import type { RuleSet } from '@/lib/rulebook/model';
import { certificateTypeOf, findEndorsement, gradesOn } from '@/lib/rulebook/rules';
import { formatDay, type Day } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';

type Props = { readonly mine: MyCertificate & { readonly holder: string }; readonly day: Day };

/** The certificate on one sheet of paper. What a reader must be able to check, is checked at the address on it. */
export function CertificateSheet({ mine, day }: Props) {
  const { certificate, holder, record, ruleSet } = mine;
  const asked = { day, ruleSet };
  const through = validThrough(certificate, asked);
  const past = pastSentence(standingOn(certificate, asked));
  return (
    <Sheet kind="certificate" title={certificateTypeOf(ruleSet, certificate.typeKey).name}>
      {past && <p className="cecs-certificate__past">{past}</p>}
      <p>This certifies that</p>
      <SheetName>{holder}</SheetName>
      {certificate.endorsements.length > 0 && (
        <>
          <p>holds this certificate with the following endorsements</p>
          <Endorsements codes={certificate.endorsements} ruleSet={ruleSet} day={day} />
        </>
      )}
      <dl className="cecs-certificate__facts">
        <Fact name="Valid from">
          <DateText value={certificate.effectiveOn} />
        </Fact>
        <Fact name="Valid through">{through ? <DateText value={through} /> : 'No end date'}</Fact>
        <Fact name="Certificate number">
          <ReferenceNumber value={formatReference(certificate.number)} />
        </Fact>
        <Fact name="EIN">
          <ReferenceNumber value={record.ein} group={10} />
        </Fact>
      </dl>
      <CheckAddress number={certificate.number}>
        Issued {formatDay(certificate.issuedOn)}. Printed by its holder on {formatDay(day)}.
      </CheckAddress>
    </Sheet>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Endorsements({ codes, ruleSet, day }: { codes: readonly string[]; ruleSet: RuleSet; day: Day }) {
  return (
    <ul className="cecs-certificate__endorsements">
      {codes.map((code) => {
        const grades = gradesOn(ruleSet, code, day);
        return (
          <li key={code}>
            <strong>
              {code} {findEndorsement(ruleSet, code)?.title}
            </strong>
            {grades && <span>{[`Grades ${grades.grades}`, grades.setting].filter(Boolean).join(', ')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function CheckAddress({ number, children }: { number: string; children: ReactNode }) {
  const address = `${appOrigin()}/check/${number}`;
  return (
    <div className="cecs-certificate__check">
      <div
        className="cecs-qr"
        role="img"
        aria-label="Code to scan: leads to the check of this certificate"
        dangerouslySetInnerHTML={{ __html: toSVG({ bcid: 'qrcode', text: address }) }}
      />
      <p>
        Its status on any day can be checked at
        <br />
        <a href={address}>{address.replace(/^https?:\/\//, '')}</a>
        <br />
        {children}
      </p>
    </div>
  );
}

/** A copy of one that is no longer valid must not pass for one that is. */
function pastSentence(standing: Standing): string | undefined {
  switch (standing.state) {
    case 'lapsed':
      return `This certificate ended on ${formatDay(standing.through)}.`;
    case 'followed':
      return `Certificate ${formatReference(standing.by)} took the place of this one on ${formatDay(standing.from)}.`;
    case 'ended':
      return `This certificate was ${standing.because} on ${formatDay(standing.on)}.`;
    default:
      return undefined;
  }
}
