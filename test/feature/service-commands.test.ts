import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import type {PluginHostOptions} from '../support/plugin-host.js';
import type {ServiceHost} from '../support/service-host.js';
import {services} from '../support/service-stores.js';
import {isThorough} from '../support/thorough.js';
import {waitFor} from '../support/wait-for.js';
import {connectedTo, createWorld, type World} from '../support/world.js';

const TEAM = mattermostId('team');
const STORES = isThorough() ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const);

/** What administrators do to the command of a team, of which Mattermost tells nobody. */
describe.each(STORES)('The command of a running service on %s', (store) => {
  let world: World;
  let host: ServiceHost;
  beforeEach(async () => {
    world = await createWorld({
      pluginDir: '',
      subscribe: false,
      botRoles: 'system_user',
      settings: (zoom) => ({...connectedTo(zoom), TrustUnverifiedEmails: true}),
      start: async (options: PluginHostOptions) => (host = await services[store](options)),
    });
  }, 60_000);
  afterEach(() => world.close());

  const tokenOf = async (): Promise<string> => (await host.commands())[0]?.token ?? '';
  const logged = async (): Promise<readonly string[]> =>
    (await host.logs()).map(({level, message}) => `${level} ${message}`);
  /** What somebody reads who has this token. */
  const answerTo = async (token: string): Promise<string> => {
    const form = new URLSearchParams({
      token,
      team_id: TEAM,
      channel_id: world.channelId,
      user_id: world.ana,
      command: '/zoom',
      text: 'start',
    });
    const {body} = await host.http({
      method: 'POST',
      path: '/command',
      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
      body: form.toString(),
    });
    return (JSON.parse(body.toString()) as {text: string}).text;
  };

  it('whose token an administrator has regenerated works the next time that somebody types it', async () => {
    const former = await tokenOf();
    await host.changeCommand('give a new token');
    expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
    expect(await logged()).toContain(
      'warn Somebody has given the command of a team a new token: it counts now, the former does not',
    );
    expect(await answerTo(former)).toContain('a token that the Zoom service does not know');
    expect(await world.cards()).toHaveLength(1);
  });

  it('S-15 obeys a token that has been regenerated no more from that moment on, though nobody has typed since', async () => {
    const former = await tokenOf();
    await host.changeCommand('give a new token');
    expect(await answerTo(former)).toContain('Mattermost does not confirm that you are in this team');
    expect([await world.cards(), world.zoom.requests]).toEqual([[], []]);
  });

  it('tells who types it what helps, where the service may not see its new token', async () => {
    const [bot] = await host.bots();
    const role = {team_id: TEAM, user_id: bot?.user_id ?? ''};
    await host.seed({teamMembers: [{...role, scheme_admin: false}]});
    await host.changeCommand('give a new token');
    expect((await world.type('/zoom start')).text).toContain(
      'ask an administrator to make the Zoom bot an administrator of this team',
    );
    await host.seed({teamMembers: [{...role, scheme_admin: true}]});
    await waitFor(
      host,
      async () => (await logged()).some((line) => line.includes('a new token')) || undefined,
    );
    expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
  });
});
