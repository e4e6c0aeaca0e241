import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { prepareRequests } from './prepare-requests';
import { pathHeader, requestIdHeader } from './request';
import { markResponse } from './response-status';

beforeAll(prepareRequests);

/** What a server answers that does this with each request. */
async function answerOf(method: 'GET' | 'POST', respond: (response: ServerResponse, request: IncomingMessage) => void, path = '/') {
  const server = createServer((request, response) => respond(response, request)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    return await fetch(`http://127.0.0.1:${port}${path}`, { method, redirect: 'manual', headers: { [requestIdHeader]: 'chosen outside' } });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function leadOn(response: ServerResponse): void {
  response.statusCode = 307;
  response.setHeader('location', '/home');
  response.end();
}

test('a refused form answers what the action says', async () => {
  const ids: string[] = [];
  const { status } = await answerOf('POST', (response, request) => {
    ids.push(String(request.headers[requestIdHeader]));
    markResponse(ids[0] ?? '', 422);
    response.end('Something is not answered yet.');
  });
  expect(status).toBe(422);
  expect(ids).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});

test('a page that leads on after a post is fetched, not posted to again', async () => {
  const answer = await answerOf('POST', leadOn);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/home']);
});

test('a page that leads on without a post keeps its answer', async () => {
  expect((await answerOf('GET', leadOn)).status).toBe(307);
});

test('a page is told its path and given a policy whose nonce is new each time', async () => {
  const told: unknown[] = [];
  const tell = (response: ServerResponse, { headers }: IncomingMessage): void => {
    told.push(headers[pathHeader], headers['content-security-policy']);
    response.end();
  };
  const answers = [await answerOf('GET', tell, '/home?done=1'), await answerOf('GET', tell, '/home?done=1')];
  const policies = answers.map(({ headers }) => headers.get('content-security-policy'));
  expect(told).toEqual(['/home?done=1', policies[0], '/home?done=1', policies[1]]);
  const nonces = policies.map((policy) => /'nonce-([\w+/]{22}==)'/.exec(policy ?? '')?.[1]);
  expect(new Set(nonces).size).toBe(2);
  expect(nonces).not.toContain(undefined);
});

test.each([
  ['/register?_rsc=1x2y', '/register'],
  ['/register?_rsc', '/register'],
  ['/home?a_rsc=1', '/home?a_rsc=1'],
  ['/home?done=1&_rsc=1x2y', '/home?done=1'],
  ['/home?_rsc=1x2y&done=1', '/home?done=1'],
])('the path of %s is %s: a form that is kept is found again under it', async (url, path) => {
  let told: unknown;
  await answerOf('GET', (response, { headers }) => void ((told = headers[pathHeader]), response.end()), url);
  expect(told).toBe(path);
});

test.each(['/_next/static/chunks/main.js', '/fonts/public-sans.woff2', '/img/seal.svg'])('a file needs no policy: %s', async (path) => {
  const { headers } = await answerOf('GET', (response) => response.end(), path);
  expect(headers.has('content-security-policy')).toBe(false);
});

test.each([
  ['/staff/identity/C0001Z3K/documents/0b5c1f3e-95a8-4a0e-b8a5-8d5a6b2c7f10', 'SAMEORIGIN', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"],
  ['/staff/identity/C0001Z3K', 'DENY', expect.stringContaining("frame-ancestors 'none'")],
  ['/staff/applications/A0001Z3K/documents/0b5c1f3e?for=queue', 'SAMEORIGIN', expect.stringContaining("frame-ancestors 'self'")],
  ['/staff/identity/C0001Z3K/documents/0b5c1f3e/more', 'DENY', expect.stringContaining("frame-ancestors 'none'")],
  ['/home?/staff/identity/C0001Z3K/documents/0b5c1f3e', 'DENY', expect.stringContaining("frame-ancestors 'none'")],
])('who may frame %s: %s', async (path, options, policy) => {
  const { headers } = await answerOf('GET', (response) => response.end(), path);
  expect([headers.get('x-frame-options'), headers.get('content-security-policy')]).toEqual([options, policy]);
});

describe('a page that failed', () => {
  const fail = (response: ServerResponse): void => {
    response.statusCode = 500;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-encoding', 'gzip');
    response.write('an empty');
    response.end(' document');
  };

  test('says so in words, with the reference that is on the log line and a way to try again', async () => {
    let id = '';
    const answer = await answerOf('GET', (response, request) => {
      id = String(request.headers[requestIdHeader]);
      fail(response);
    }, '/check?number="><script>');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([500, 'no-store']);
    const page = await answer.text();
    expect(page).toContain('Something went wrong on our side');
    expect(page).toContain(id.slice(0, 8).toUpperCase());
    expect(page).not.toMatch(/an empty document|<script>/);
    expect(page).toContain('href="/check?number=');
  });

  test('is none where data was asked for', async () => {
    const answer = await answerOf('GET', (response) => {
      response.statusCode = 500;
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    });
    expect(await answer.text()).toBe('{}');
  });
});
