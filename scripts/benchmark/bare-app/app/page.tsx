import { connection } from 'next/server';
import { replay } from './replay';

export default async function Page() {
  await connection();
  const rows = await replay();
  return (
    <main>
      <h1>Bare</h1>
      <ul>
        {rows.map((row, at) => (
          <li key={at}>{JSON.stringify(row)}</li>
        ))}
      </ul>
    </main>
  );
}
