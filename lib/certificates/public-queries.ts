import { sql } from 'drizzle-orm';
import { read } from '@/db/transact';
import { normaliseCode } from '@/lib/shared/check-characters';
import { anyone } from '@/lib/shared/context';
import type { Day } from '@/lib/shared/days';

/** All that anyone may know of a certificate: name, type, endorsements, dates. */
export type PublicCertificate = {
  readonly number: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly suffix: string | null;
  readonly typeKey: string;
  readonly typeName: string;
  readonly issuedOn: Day;
  readonly effectiveOn: Day;
  readonly expiresOn: Day | null;
  readonly endorsementCodes: readonly string[];
  readonly endorsementTitles: readonly string[];
};

export type PublicSearch = { readonly number: string } | { readonly lastName: string; readonly firstName: string };

/** The public check, at most 50 rows. An exact name, so that it is a check and not a directory. */
export async function findPublicCertificates(search: PublicSearch): Promise<PublicCertificate[]> {
  const number = 'number' in search ? normaliseCode(search.number) : null;
  const last = 'lastName' in search ? search.lastName : null;
  const first = 'firstName' in search ? search.firstName : null;
  const rows = await read(anyone, (tx) =>
    tx.execute<PublicCertificate>(sql`
      select number, first_name as "firstName", last_name as "lastName", suffix, type_key as "typeKey", type_name as "typeName",
        issued_on::text as "issuedOn", effective_on::text as "effectiveOn", expires_on::text as "expiresOn",
        endorsement_codes as "endorsementCodes", endorsement_titles as "endorsementTitles"
      from public_certificates(${number}, ${last}, ${first})`),
  );
  return [...rows];
}
