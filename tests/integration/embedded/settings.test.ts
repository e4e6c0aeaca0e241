import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from '@/scripts/launch/lock';
import { requireWebPort } from '@/scripts/launch/ports';
import { resolveSettings } from '@/scripts/launch/settings';

const keyOf = (letter: string): string => Buffer.alloc(32, letter).toString('base64url');

const production = {
  CECS_ENV: 'production',
  APP_URL: 'https://cecs.example.org',
  DATABASE_URL: 'postgres://cecs@db.example.org/cecs',
  STRIPE_SECRET_KEY: 'sk_live_example',
  STRIPE_WEBHOOK_SECRET: 'whsec_example',
  SMTP_URL: 'smtp://mail.example.org',
  MAIL_FROM: 'CECS <no-reply@example.org>',
  CECS_DATA_KEY: keyOf('a'),
  CECS_INDEX_KEY: keyOf('b'),
  CECS_PEPPER: keyOf('c'),
  CECS_TOKEN_KEY: keyOf('d'),
  NEXTAUTH_SECRET: keyOf('e'),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 'f').toString('base64'),
};

let home: string;

beforeEach(() => {
  home = join(fs.mkdtempSync(join(tmpdir(), 'cecs-settings-')), 'home');
});

afterEach(() => fs.rmSync(join(home, '..'), { recursive: true, force: true }));

describe('settings outside production', () => {
  it('embed every part nobody named, each on loopback', async () => {
    const { parts, env, appUrl } = await resolveSettings({ CECS_HOME: home, PORT: '3100' });
    expect(parts).toEqual(['database', 'payments', 'mail']);
    expect(appUrl).toBe('http://localhost:3100');
    expect(env).toMatchObject({ CECS_ENV: 'development', EMBEDDED_PARTS: 'database,payments,mail' });
    for (const name of ['DEV_ORIGIN', 'STRIPE_API_URL', 'SMTP_URL']) expect(env[name]).toMatch(/:\/\/127\.0\.0\.1:\d+$/);
  });

  it('make keys once, readable by their owner alone, and leave the given ones as they are', async () => {
    const first = await resolveSettings({ CECS_HOME: home });
    const second = await resolveSettings({ CECS_HOME: home, CECS_PEPPER: keyOf('x') });
    expect(second.env).toEqual({ ...first.env, CECS_PEPPER: keyOf('x') });
    expect(new Set(Object.values(JSON.parse(fs.readFileSync(join(home, 'keys.json'), 'utf8')) as object)).size).toBe(8);
    expect(fs.statSync(join(home, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(first.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('swap a part for a real one by its own setting', async () => {
    const stripe = { STRIPE_SECRET_KEY: 'sk_test_real', STRIPE_WEBHOOK_SECRET: 'whsec_real' };
    const { parts, env } = await resolveSettings({ CECS_HOME: home, ...stripe });
    expect(parts).toEqual(['database', 'mail']);
    expect(env).toMatchObject(stripe);
    expect(env.STRIPE_API_URL).toBeUndefined();
  });

  it.each([
    [{ STRIPE_SECRET_KEY: 'sk_test_real' }, 'STRIPE_WEBHOOK_SECRET'],
    [{ PORT: '70000' }, 'PORT'],
    [{ CECS_ENV: 'prod' }, 'CECS_ENV'],
    [{ APP_URL: 'cecs' }, 'APP_URL'],
    [{ CECS_DATA_KEY: 'too short' }, 'CECS_DATA_KEY'],
  ])('refuse %p in a sentence that names the setting', async (given, named) => {
    await expect(resolveSettings({ CECS_HOME: home, ...given })).rejects.toThrow(named);
  });
});

describe('settings in production', () => {
  it('are taken as given, with nothing embedded, made up or written', async () => {
    const { parts, env } = await resolveSettings({ ...production, CECS_HOME: home });
    expect(parts).toEqual([]);
    expect(env).toMatchObject(production);
    expect(env.DEV_ORIGIN).toBeUndefined();
    expect(fs.existsSync(home)).toBe(false);
  });

  it.each(Object.keys(production).filter((name) => name !== 'CECS_ENV'))('need %s', async (name) => {
    await expect(resolveSettings({ ...production, [name]: '' })).rejects.toThrow(`\n  ${name}\n`);
  });

  it('are complained about all at once', async () => {
    const names = Object.keys(production).filter((name) => name !== 'CECS_ENV');
    const refusal = resolveSettings({ CECS_ENV: 'production', STRIPE_API_URL: 'http://127.0.0.1:1' });
    await expect(refusal).rejects.toThrow(new RegExp([...names, 'STRIPE_API_URL'].join('[^]*')));
  });
});

describe('one CECS to a folder', () => {
  it('refuses a second start while the first runs, and admits one afterwards', async () => {
    const { env } = await resolveSettings({ CECS_HOME: home });
    const first = await takeLock(home, env.APP_URL ?? '');
    await expect(takeLock(home, 'http://localhost:3001')).rejects.toThrow('already running at http://localhost:3000');
    first.release();
    (await takeLock(home, 'http://localhost:3001')).release();
  });

  it('is not misled by the note of a start that was killed', async () => {
    await resolveSettings({ CECS_HOME: home });
    const note = { token: 'gone', door: 1, pid: process.pid, appUrl: 'http://localhost:3000' };
    fs.writeFileSync(join(home, 'running.json'), JSON.stringify(note));
    (await takeLock(home, 'http://localhost:3000')).release();
  });

  it('says which port is taken', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const address = occupant.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(requireWebPort(port)).rejects.toThrow(`Port ${port} is in use`);
    occupant.close();
    await once(occupant, 'close');
    await expect(requireWebPort(port)).resolves.toBeUndefined();
  });
});
