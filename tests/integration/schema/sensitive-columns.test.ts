import { sql } from 'drizzle-orm';
import { useDatabase } from '@/tests/support/database';

const { db } = useDatabase();

type Column = { readonly name: string; readonly type: string; readonly said: string | null };

const columns = () =>
  db().execute<Column>(sql`
    select c.table_name || '.' || c.column_name as name, c.data_type as type,
      col_description(format('%I.%I', c.table_schema, c.table_name)::regclass, c.ordinal_position) as said
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`);
const harmless = async () => (await columns()).filter((one) => one.said !== 'sensitive=true');
const names = (found: readonly Column[]) => found.map((one) => one.name);

describe('every column', () => {
  it('says whether what it holds is sensitive', async () => {
    const silent = (await columns()).filter(({ said }) => said !== 'sensitive=true' && said !== 'sensitive=false');
    expect(names(silent)).toEqual([]);
  });

  it('is sensitive where it holds a secret: all bytes are, but for the hashes that chain the audit', async () => {
    expect(names((await harmless()).filter((one) => one.type === 'bytea'))).toEqual(['audit_event.hash', 'audit_event.prev']);
  });

  it('is sensitive where its name speaks of who somebody is or how to reach them', async () => {
    const personal = /\.(.*_)?(email|phone|address|city|postal_code|first_name|middle_name|last_name|payer_name|signature|answers|password|secret|token)(_|$|\d)/;
    const dates = /\.(email_verified_at|password_set_at)$/;
    // The address of a law on the web.
    const impersonal = ['rule_source.address'];
    expect(names((await harmless()).filter(({ name }) => personal.test(name) && !dates.test(name)))).toEqual(impersonal);
  });

  it('that comes without a word is found', async () => {
    await db().execute(sql`alter table receipt_counter add column note text`);
    const silent = (await columns()).filter(({ said }) => said === null);
    await db().execute(sql`alter table receipt_counter drop column note`);
    expect(names(silent)).toEqual(['receipt_counter.note']);
  });
});
