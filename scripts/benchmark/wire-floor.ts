import { createServer } from 'node:http';
import { replay } from './bare-app/app/replay';

/* The least a web could do: node:http and postgres.js run the home page's queries and print the rows. */
createServer((_request, response) => {
  replay().then(
    (rows) => response.writeHead(200, { 'content-type': 'text/plain' }).end(rows.map((row) => JSON.stringify(row)).join('\n')),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env.PORT), '127.0.0.1');
