import type { Ask } from './load';
import type { Draft } from './applications';
import type { Server } from './servers';

export type Target = {
  readonly key: 'wire' | 'framework' | 'front' | 'login' | 'home' | 'step' | 'queue';
  readonly name: string;
  readonly server: Server;
  readonly hasForm: boolean;
  readonly ask: Ask;
};

export type Servers = { readonly ours: Server; readonly wire: Server; readonly framework: Server };
export type Tokens = { readonly draft: Draft; readonly staffToken: string };

/** Everything that is asked, with what a right answer holds. Home comes right after the floor it is held against. */
export function targetsOf({ ours, wire, framework }: Servers, { draft, staffToken }: Tokens): Target[] {
  const { ein, reference, educator } = draft;
  const mine = { cookie: `cecs.sid=${educator.token}` };
  const staff = { cookie: `cecs.sid=${staffToken}` };
  const page = (server: Server, path: string, holds: string, headers: Record<string, string> = {}): { server: Server; ask: Ask } => ({
    server,
    ask: { url: `${server.origin}${path}`, method: 'GET', headers, status: 200, holds },
  });
  return [
    { key: 'wire', name: 'wire floor', hasForm: false, ...page(wire, '/', ein) },
    { key: 'front', name: 'front page', hasForm: false, ...page(ours, '/', 'Connecticut') },
    { key: 'login', name: 'login', hasForm: true, ...page(ours, '/login', 'Login to the CECS') },
    { key: 'framework', name: 'framework floor', hasForm: false, ...page(framework, '/', ein) },
    { key: 'home', name: 'signed-in home', hasForm: false, ...page(ours, '/home', ein, mine) },
    { key: 'step', name: 'application step', hasForm: true, ...page(ours, `/applications/${reference}/personal`, 'Your contact information', mine) },
    { key: 'queue', name: 'staff queue', hasForm: false, ...page(ours, '/staff/queue', 'in strict order of receipt', staff) },
  ];
}
