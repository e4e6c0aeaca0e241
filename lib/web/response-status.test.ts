import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestIdHeader } from './request';
import { followResponses, markResponse } from './response-status';

beforeAll(followResponses);

/** What a server answers that does this with each request. */
async function answerOf(method: 'GET' | 'POST', respond: (response: ServerResponse, request: IncomingMessage) => void) {
  const server = createServer((request, response) => respond(response, request)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    return await fetch(`http://127.0.0.1:${port}`, { method, redirect: 'manual', headers: { [requestIdHeader]: 'chosen outside' } });
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
