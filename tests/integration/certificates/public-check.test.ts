import { certificate, certificateEndorsement } from '@/db/schema/certificates';
import { person, personContact } from '@/db/schema/identity';
import { read } from '@/db/transact';
import { findPublicCertificates } from '@/lib/certificates/public-queries';
import { findRuleSet } from '@/lib/rulebook/public-queries';
import { anyone } from '@/lib/shared/context';
import { useDatabase } from '@/tests/support/database';
import { certificateOnFile, recordOnFile } from '@/tests/support/people';

useDatabase();

describe('the public check', () => {
  it('finds a certificate by its number, however it is spelled, and shows these things and no others', async () => {
    const onFile = await recordOnFile({ firstName: 'Rosa', lastName: 'Public', email: 'rosa@example.test' });
    const { number } = await certificateOnFile(onFile.personId, { endorsements: ['029'] });
    const [found, ...others] = await findPublicCertificates({ number: ` ${number.toLowerCase()} ` });
    expect(others).toEqual([]);
    expect(found).toEqual({
      number,
      firstName: 'Rosa',
      lastName: 'Public',
      suffix: null,
      typeKey: 'PROFESSIONAL',
      typeName: 'Professional Educator Certificate',
      issuedOn: '2022-01-15',
      effectiveOn: '2022-01-15',
      expiresOn: '2027-01-14',
      endorsementCodes: ['029'],
      endorsementTitles: [expect.any(String)],
    });
  });

  it('finds by exact last and first name whatever the capitals, all certificates of all who are so called', async () => {
    for (const endorsements of [['015'], ['092']]) {
      const { personId } = await recordOnFile({ firstName: 'Sam', lastName: 'Samename' });
      await certificateOnFile(personId, { endorsements });
    }
    const found = await findPublicCertificates({ lastName: 'SAMENAME', firstName: 'sam' });
    expect(found.map((one) => one.endorsementCodes)).toEqual(expect.arrayContaining([['015'], ['092']]));
    expect(found).toHaveLength(2);
  });

  it.each([
    { lastName: 'Samenam', firstName: 'Sam' },
    { lastName: 'Samename', firstName: 'S' },
    { lastName: '%', firstName: '%' },
    { number: 'K9999999' },
  ])('is a check and not a directory: nothing for $lastName$number', async (search) => {
    expect(await findPublicCertificates(search)).toEqual([]);
  });

  it('is the only way: anyone reads no certificate, person or address from the tables', async () => {
    const onFile = await recordOnFile();
    await certificateOnFile(onFile.personId);
    for (const table of [certificate, certificateEndorsement, person, personContact]) {
      expect(await read(anyone, (tx) => tx.select().from(table))).toEqual([]);
    }
  });

  it('knows the law without anybody being signed in', async () => {
    expect((await findRuleSet()).certificateTypes.length).toBeGreaterThan(10);
  });
});
