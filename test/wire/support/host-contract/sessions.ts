import {describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ALICE} from '../town-square.js';
import type {Caller} from './caller.js';

/** Headers that only the server may set, or that it keeps to itself. */
const FORGED = {
  'Mattermost-User-Id': ALICE,
  'Mattermost-Plugin-ID': 'playbooks',
  Authorization: 'Bearer token',
};

export function describeSessions({host}: Caller): void {
  const seen = async (request: {
    path?: string;
    headers?: Record<string, string>;
    userId?: string;
  }): Promise<{url: string; headers: Record<string, string[]>}> =>
    JSON.parse((await host().http({path: '/', ...request})).body.toString()) as {
      url: string;
      headers: Record<string, string[]>;
    };

  describe('HTTP', () => {
    it('names the signed-in user to the plugin and keeps their token', async () => {
      const {headers} = await seen({userId: ALICE});
      expect(headers).toMatchObject({'Mattermost-User-Id': [ALICE]});
      expect(headers).not.toHaveProperty('Authorization');
    });

    it('drops what only the server may say', async () => {
      const {headers} = await seen({headers: FORGED});
      for (const name of ['Mattermost-User-Id', 'Mattermost-Plugin-Id', 'Authorization']) {
        expect(headers).not.toHaveProperty(name);
      }
    });

    it('names nobody for a user that it does not know', async () => {
      const {headers} = await seen({userId: mattermostId('nobody')});
      expect(headers).not.toHaveProperty('Mattermost-User-Id');
    });

    it('gives the plugin the path below its own, with the query', async () => {
      const {url} = await seen({path: '/webhook?secret=a%26b&access_token=t'});
      expect(url).toBe('/webhook?secret=a%26b');
    });

    it('answers 404 outside of the routes of the plugin', async () => {
      expect((await fetch(`${host().siteUrl}/plugins/other/`)).status).toBe(404);
    });
  });
}
