import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { generate } from 'otplib';
import { z } from 'zod';
import { html, type Html } from '@/dev/payments/html';
import { page, sendJson, sendNotFound, sendPage } from './page';

const people = z.object({
  educators: z.array(
    z.object({
      ...{ story: z.string(), firstName: z.string(), lastName: z.string(), ssn: z.string(), dateOfBirth: z.iso.date() },
      ...{ email: z.string(), ein: z.string().nullish() },
    }),
  ),
  staff: z.array(
    z.object({ role: z.string(), username: z.string(), password: z.string(), totpSecret: z.string() }),
  ),
});

type People = z.infer<typeof people>;

/** Answers `/demo` and `/demo.json` from the file the demo seeding wrote. */
export async function showDemo(file: string, url: URL, response: ServerResponse): Promise<void> {
  if (!existsSync(file)) return sendNotFound(response);
  const known = people.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (url.pathname === '/demo.json') return sendJson(response, known);
  if (url.pathname !== '/demo') return sendNotFound(response);
  sendPage(response, await demoPage(known));
}

async function demoPage({ educators, staff }: People): Promise<Html> {
  const codes = await Promise.all(staff.map(({ totpSecret }) => generate({ secret: totpSecret })));
  return page(
    'People to try',
    html`<p>
        Everyone here is made up. To be one of the educators, <a href="/create-account">create an account</a> with the
        name and email, read the two messages in the <a href="/dev/mailbox">mailbox</a>, log in, and give the SSN and
        birth date when asked. A record can be claimed only once: take the next person of the story then.
      </p>
      <h2>Educators</h2>
      ${educators.length === 0 ? html`<p class="empty">Nobody has been made up yet.</p>` : storyTables(educators)}
      <h2>Staff</h2>
      <p>
        Staff log in with username, password and the code of the moment. A code is good for half a minute;
        <a href="/demo">show the codes of now</a>.
      </p>
      ${staff.length === 0 ? html`<p class="empty">There is no staff yet.</p>` : staffTable(staff, codes)}`,
  );
}

/** A table for each story, with everybody who can play it. */
function storyTables(educators: People['educators']): Html[] {
  const stories = [...new Set(educators.map(({ story }) => story))];
  return stories.map(
    (story) =>
      html`<section>
        <h3>${story}</h3>
        ${educatorTable(educators.filter((one) => one.story === story))}
      </section>`,
  );
}

function educatorTable(educators: People['educators']): Html {
  return table(
    ['Name', 'SSN', 'Birth date', 'Email', 'EIN'],
    educators.map((one) => [
      `${one.firstName} ${one.lastName}`,
      ...[one.ssn, written(one.dateOfBirth), one.email, one.ein ?? 'none yet'],
    ]),
  );
}

const day = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'long' });

function written(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}

function staffTable(staff: People['staff'], codes: readonly string[]): Html {
  return table(
    ['Role', 'Username', 'Password', 'Code now', 'Secret for an authenticator app'],
    staff.map((one, index) => [one.role, one.username, one.password, codes[index] ?? '', one.totpSecret]),
  );
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<table>
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first = '', ...others]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${others.map((value, index) => html`<td data-label="${headings[index + 1]}"><code>${value}</code></td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
