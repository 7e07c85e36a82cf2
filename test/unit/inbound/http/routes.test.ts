import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../../../scripts/project-root.js';
import {CAPABILITIES} from '../../../../server/core/domain/capabilities.js';
import {type Caller, ROUTE_TABLE} from '../../../../server/inbound/http/routes.js';

/** One behind the other; each is cheaper than what follows, or says who may ask it. */
const ORDER = [
  'neverStored',
  'session',
  'person',
  'caller',
  'admin',
  'webhookCounted',
  'webhookAddress',
  'webhookSetUp',
  'json',
  'upTo64KiB',
  'upTo512KiB',
  'upTo6MiB',
  'webhookSignature',
] as const;

const described = ROUTE_TABLE.map((route) => ({
  ...route,
  row: `${route.method.toUpperCase()} ${route.path}`,
}));

describe('the table of routes', () => {
  it.each(described)('has the guards of $row in their order', ({guards}) => {
    const inOrder = ORDER.filter((name) => guards.includes(name));
    expect(guards).toEqual(inOrder);
  });

  it('has all of the join page, and nothing else, where a host of its own is asked for it', () => {
    const visited = described.filter(({who}) => who === 'visitor').map(({path}) => path);
    const below = described.map(({path}) => path).filter((path) => path.startsWith('/join-page/'));
    expect(visited).toEqual(below);
    expect(visited.length).toBeGreaterThan(0);
  });

  it('bounds every body', () => {
    const unbounded = described.filter(
      ({method, guards}) => method !== 'get' && !guards.some((name) => name.startsWith('upTo')),
    );
    expect(unbounded).toEqual([]);
  });

  it('lets nobody store what the API answers, and nobody but administrators reach what is theirs', () => {
    const api = described.filter(({path}) => path !== '/webhook');
    expect(api.filter(({guards}) => guards[0] !== 'neverStored')).toEqual([]);
    const forAdmins = described.filter(({path}) => path.includes('/admin/'));
    expect(forAdmins.map(({guards}) => guards.slice(1, 3))).toEqual(forAdmins.map(() => ['person', 'admin']));
  });

  it('lets a route’s guards turn away everybody whom it does not serve, but for what the route judges itself', () => {
    const asking = (guards: readonly string[]) =>
      ['session', 'person', 'caller', 'admin', 'webhookAddress', 'webhookSignature'].filter((name) =>
        guards.includes(name),
      );
    const expected: Record<Caller, readonly string[]> = {
      zoom: ['webhookAddress', 'webhookSignature'],
      reader: ['session'],
      person: ['person'],
      caller: ['caller'],
      admin: ['person', 'admin'],
      presser: ['session'],
      traveller: [],
      returner: [],
      holder: [],
      pairer: [],
      visitor: [],
    };
    expect(described.map(({row, guards}) => [row, asking(guards)])).toEqual(
      described.map(({row, who}) => [row, expected[who]]),
    );
  });

  it('has administration, the words of the command and the way on where Mattermost says who asks, pairing and tickets elsewhere', () => {
    const on = (capabilities: (typeof CAPABILITIES)['plugin' | 'service']): string[] =>
      described.filter((route) => route.on(capabilities)).map(({row}) => row);
    const [plugin, service] = [on(CAPABILITIES.plugin), on(CAPABILITIES.service)];
    expect(plugin.filter((row) => !service.includes(row))).toEqual([
      'GET /api/v1/command-words',
      'GET /api/v1/admin/setup',
      'POST /api/v1/admin/test',
      'POST /api/v1/admin/webhook-secret',
      'GET /join-in-browser',
    ]);
    expect(service.filter((row) => !plugin.includes(row))).toEqual([
      'POST /oauth2/connect',
      'POST /api/v1/pairings/claim',
      'GET /host',
      'POST /host',
    ]);
  });

  it('is described in the documentation of the API', () => {
    const page = readFileSync(join(projectRoot, 'docs/http-api.md'), 'utf8');
    const api = described.filter(
      ({path}) => /^\/(api|join-page)\//.test(path) && !path.includes('/actions/'),
    );
    expect(api.filter(({row}) => !page.includes(`\`${row}\``))).toEqual([]);
  });
});
