import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { followResponses, setResponseStatus } from './response-status';

beforeAll(followResponses);

/** What a server answers that does this with each request. */
async function answerOf(method: 'GET' | 'POST', respond: (response: ServerResponse) => void): Promise<Response> {
  const server = createServer((_request, response) => respond(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method, redirect: 'manual' });
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
  const { status } = await answerOf('POST', (response) => {
    setResponseStatus(422);
    response.end('Something is not answered yet.');
  });
  expect(status).toBe(422);
});

test('a page that leads on after a post is fetched, not posted to again', async () => {
  const answer = await answerOf('POST', leadOn);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/home']);
});

test('a page that leads on without a post keeps its answer', async () => {
  expect((await answerOf('GET', leadOn)).status).toBe(307);
});
