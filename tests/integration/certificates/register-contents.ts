import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { unseal } from '@/lib/shared/sealed';

type Person = { readonly id: string; readonly ssn: Buffer | null; readonly born: Buffer };

/**
 * All that is on record, a line a person, case and conflict, without what chance decides: ids, nonces and certificate numbers.
 * Instants are told from `begun` on.
 */
export async function contentsOfRegister(begun: Date): Promise<string[]> {
  const since = (column: string) => sql`(${sql.raw(column)} - ${begun.toISOString()}::timestamptz)::text`;
  const people = await database().execute<Person>(sql`
    select p.ein, p.id, s.ssn_ciphertext as ssn, s.birth_date_ciphertext as born, encode(s.ssn_key, 'hex') as ssn_key,
      p.first_name, p.middle_name, p.last_name, p.suffix, p.source, ${since('p.created_at')} as created, ${since('c.updated_at')} as updated,
      c.email, c.email_key, c.phone, c.address_line1, c.city, c.state, c.postal_code,
      array(select n.last_name from previous_name n where n.person_id = p.id order by 1) as previous,
      (select md5(string_agg(k.kind || k.key::text, ' ' order by k.kind, k.key)) from match_key k where k.person_id = p.id) as keys,
      array(select concat_ws(' ', t.type_key, t.issued_on, t.effective_on, t.expires_on, t.printed_expires_on, t.source, ${since('t.created_at')},
        array(select e.code from certificate_endorsement e where e.certificate_id = t.id order by 1))
        from certificate t where t.person_id = p.id order by 1) as certificates
    from person p join person_secret s on s.person_id = p.id left join person_contact c on c.person_id = p.id order by p.ein`);
  const cases = await database().execute(sql`
    select k.kind, ${since('k.opened_at')} as opened, k.promised_by - (k.opened_at at time zone 'America/New_York')::date as promised,
      array(select p.ein from person p where p.id = any(k.candidate_ids) order by 1) as eins
    from identity_case k order by 4`);
  const conflicts = await database().execute(sql`
    select p.ein, encode(s.ssn_key, 'hex') as ssn_key, ${since('s.found_at')} as found
    from ssn_conflict s join person p on p.id = s.person_id order by 1`);
  const whole = await database().execute(sql`
    select (select count(*) from match_key) as keys, (select count(*) from certificate_endorsement) as endorsements`);
  return [...people.map(opened), ...cases, ...conflicts, ...whole].map((row) => JSON.stringify(row));
}

function opened({ id, ssn, born, ...rest }: Person) {
  const read = (sealed: Buffer, column: string) => unseal(sealed, { column, row: id }).reveal();
  return { ...rest, ssn: ssn && read(ssn, 'person_secret.ssn'), born: read(born, 'person_secret.birth_date') };
}

/** As the owner of the tables: nobody else may. */
export async function forgetRegister(): Promise<void> {
  const tables = ['certificate_endorsement', 'certificate', 'identity_case', 'ssn_conflict', 'match_key', 'previous_name'];
  for (const table of [...tables, 'person_secret', 'person_contact', 'person', 'name_commonness', 'registry_import']) {
    await database().execute(sql.raw(`delete from ${table}`));
  }
}
