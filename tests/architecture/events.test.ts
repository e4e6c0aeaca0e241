import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { auditEventTypes } from '@/lib/audit/model';

const listed = [...readFileSync('docs/events.md', 'utf8').matchAll(/^\| `([a-z_]+)`/gm)].map((row) => row[1]);

describe('audit events', () => {
  it('are all on the page, and no others', () => {
    expect(listed.toSorted()).toEqual([...auditEventTypes].toSorted());
  });

  it.each(auditEventTypes)('%s is recorded somewhere', (type) => {
    const found = execFileSync('grep', ['-rl', `'${type}'`, 'lib'], { encoding: 'utf8' }).split('\n');
    expect(found.filter((file) => file !== '' && file !== 'lib/audit/model.ts')).not.toEqual([]);
  });
});
