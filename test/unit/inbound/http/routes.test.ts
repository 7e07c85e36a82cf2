import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../../../scripts/project-root.js';
import {CAPABILITIES} from '../../../../server/core/domain/capabilities.js';
import {ROUTE_TABLE} from '../../../../server/inbound/http/routes.js';

/** One behind the other; each is cheaper than what follows, or says who may ask it. */
const ORDER = [
  'neverStored',
  'session',
  'person',
  'admin',
  'webhookCounted',
  'webhookAddress',
  'webhookSetUp',
  'json',
  'upTo64KiB',
  'upTo512KiB',
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

  it('bounds every body', () => {
    const unbounded = described.filter(
      ({method, guards}) => method === 'post' && !guards.some((name) => name.startsWith('upTo')),
    );
    expect(unbounded).toEqual([]);
  });

  it('lets nobody store what the API answers, and nobody but administrators reach what is theirs', () => {
    const api = described.filter(({path}) => path !== '/webhook');
    expect(api.filter(({guards}) => guards[0] !== 'neverStored')).toEqual([]);
    const forAdmins = described.filter(({path}) => path.includes('/admin/'));
    expect(forAdmins.map(({guards}) => guards.slice(1, 3))).toEqual(forAdmins.map(() => ['person', 'admin']));
  });

  it('asks everybody who they are, but for what is no secret, carries our signature or is asked by strangers', () => {
    const open = described.filter(({guards}) => !guards.some((name) => name === 'person'));
    expect(open.map(({row}) => row)).toEqual([
      'POST /webhook',
      'GET /api/v1/client',
      'POST /api/v1/actions/start-as-host',
      'POST /api/v1/actions/start-another',
      'POST /api/v1/actions/try-again',
      'POST /api/v1/actions/set-preference',
      'POST /api/v1/actions/confirm-pairing',
      'POST /api/v1/actions/replace-account',
      'GET /oauth2/connect',
      'GET /oauth2/complete',
      'POST /api/v1/pairings/claim',
      'GET /host',
      'POST /host',
    ]);
  });

  it('has administration and the words of the command where Mattermost says who asks, pairing and tickets elsewhere', () => {
    const on = (capabilities: (typeof CAPABILITIES)['plugin' | 'service']): string[] =>
      described.filter((route) => route.on(capabilities)).map(({row}) => row);
    const [plugin, service] = [on(CAPABILITIES.plugin), on(CAPABILITIES.service)];
    expect(plugin.filter((row) => !service.includes(row))).toEqual([
      'GET /api/v1/command-words',
      'GET /api/v1/admin/setup',
      'POST /api/v1/admin/test',
      'POST /api/v1/admin/webhook-secret',
      'GET /oauth2/connect',
      'GET /oauth2/complete',
    ]);
    expect(service.filter((row) => !plugin.includes(row))).toEqual([
      'POST /api/v1/pairings/claim',
      'GET /host',
      'POST /host',
    ]);
  });

  it('is described in the documentation of the API', () => {
    const page = readFileSync(join(projectRoot, 'docs/http-api.md'), 'utf8');
    const api = described.filter(({path}) => path.startsWith('/api/') && !path.includes('/actions/'));
    expect(api.filter(({row}) => !page.includes(`\`${row}\``))).toEqual([]);
  });
});
