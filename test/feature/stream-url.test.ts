import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {JOIN_PAGE_ORIGIN, withJoinPage} from '../support/join-page.js';
import {onEachHost} from '../support/on-each-host.js';
import type {PluginConfig} from '../support/plugin-host.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {ADMIN, createWorld, type World} from '../support/world.js';

const URL_OF_PASS = new RegExp(`^${JOIN_PAGE_ORIGIN}/plugins/zoom/join-page/([\\w-]{43})$`, 'm');

onEachHost('Stream URLs', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), settings: withJoinPage()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    await configure();
  });

  const planned = (changes: object = {}): SimulatedMeeting =>
    world.zoom.addMeeting({
      hostId: world.zoom.users.at(-2)?.id ?? '',
      type: 2,
      topic: 'Quarterly',
      startTime: Date.now() + 3_600_000,
      ...changes,
    });
  const ask = async (words: string, userId = world.ana): Promise<string> =>
    (await readAsAsker(world, `/zoom stream-url ${words}`, {userId})).text;
  const audits = async (): Promise<readonly string[]> =>
    (await world.host.logs())
      .map((entry) => JSON.stringify(entry))
      .filter((line) => line.includes('Audit') && line.includes(world.ana));
  const configure = async (changes: PluginConfig = {}): Promise<void> => {
    await world.host.setPluginConfig(withJoinPage(changes)(world.zoom));
  };

  it('A-40 is shown to the host alone, once, in every form, without the passcode, and is stored as a digest', async () => {
    const meeting = planned();
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const text = await ask(`${meeting.number} "Main stage" until ${day}`);
    expect(text).toMatch(/^\*\*Stream URL of “Quarterly”\*\* \(Main stage\), good until .*, 23:59 UTC\./);
    const [url = '', token = ''] = URL_OF_PASS.exec(text) ?? [];
    expect(text).toContain(`<iframe src="${url}" title="Quarterly"`);
    expect(text).toContain(`<iframe src="${url}?view=fill"`);
    expect(text).toContain(`<a href="${url}"`);
    expect(text).toContain(`${url}?open=app`);
    expect(text).not.toContain(meeting.password);
    const stored = JSON.stringify(
      [...(await world.host.kv())].map(([key, value]) => [key, value.toString()]),
    );
    expect(stored).toContain('Main stage');
    for (const secret of [token, meeting.password]) expect(stored).not.toContain(secret);
    expect(await world.host.posts(world.channelId)).toEqual([]);
    const [made = ''] = await audits();
    expect(made).toMatch(/stream-url-made.*host/);
    expect(made).not.toContain(token);
    expect(await ask('list')).toMatch(/^- `\w{4}-\w{4}` · “Quarterly” \(Main stage\) · until/m);
  });

  it('is that of the meeting of theirs that is open here, where none is named', async () => {
    expect(await ask('')).toContain('No meeting of yours is open here');
    await world.type('/zoom start Weekly planning');
    expect(await ask('"Main stage"')).toContain('Stream URL of “Weekly planning”');
  });

  it('A-41 is revoked by its code or by itself, and listed no more', async () => {
    const {number} = planned();
    const [, code = ''] = /revoke (\w{4}-\w{4})`/.exec(await ask(String(number))) ?? [];
    const [url = ''] = URL_OF_PASS.exec(await ask(String(number))) ?? [];
    expect(await ask(`revoke ${code}`, world.ben)).toContain(
      'There is no such stream URL that you could end',
    );
    expect(await ask(`revoke ${url}`, world.ben)).toContain('There is no such stream URL that you could end');
    expect(await ask(`revoke ${code}`)).toContain('lets nobody in any more');
    expect((await ask('list')).match(/^- /gm)).toHaveLength(1);
    expect(await ask(`revoke ${url}`)).toContain('lets nobody in any more');
    expect(await ask('list')).toContain('No stream URL of yours');
    expect((await audits()).filter((line) => /stream-url-revoked.*maker/.test(line))).toHaveLength(2);
    expect(await ask('revoke')).toContain('Say which one');
  });

  it('A-42 is for nobody but the host, and says nothing of the meeting to others', async () => {
    const {number} = planned();
    const text = await ask(String(number), world.ben);
    expect(text).toContain('Only its host can make a stream URL of it');
    expect(text).not.toContain('Quarterly');
  });

  it('is none where it would lead nowhere, and says what to do', async () => {
    const own = world.zoom.users.at(-2);
    expect(await ask('855 9999 9999')).toContain('Zoom knows no meeting');
    expect(await ask('planning')).toContain('That is neither the number of a meeting');
    expect(await ask(`${own?.pmi ?? ''}`)).toContain('personal meeting ID');
    expect(await ask(`${planned().number} until Christmas`)).toContain('That is no date');
    expect(await ask(`${planned().number} until 2020-01-01`)).toContain('This date is over');
    expect(await ask(`${planned().number} until 2099-01-01`)).toContain('400 days at most');
  });

  it('A-42 is for administrators of the channel of its card where they may', async () => {
    await world.type('/zoom start Weekly planning');
    const number = String((await world.card()).props['meeting_id']);
    const member = {channel_id: world.channelId, user_id: world.ben, scheme_admin: true};
    await world.host.seed({members: [member]});
    expect(await ask(number, world.ben)).toContain('Only its host can make a stream URL of it');
    await configure({JoinPageAdmins: true});
    expect(await ask(number, world.ben)).toContain('Stream URL of “Weekly planning”');
    expect(await ask(number, ADMIN)).toContain('Stream URL of “Weekly planning”');
    const lines = (await world.host.logs()).map((entry) => JSON.stringify(entry));
    expect(lines.filter((line) => /stream-url-made.*channel-admin/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /stream-url-made.*system-admin/.test(line))).toHaveLength(1);

    const listed = await ask('list');
    const [, code = ''] = /`(\S+)` · “Weekly planning” · until .* · made by ben/i.exec(listed) ?? [];
    expect(await ask(`revoke ${code}`)).toContain('lets nobody in any more');
    expect(await ask('list')).not.toMatch(/made by ben/i);
  });

  it('says that people sign in first where guests are not let in, and where nobody could, that it is no use', async () => {
    await configure({JoinPageGuests: false});
    expect(await ask(`${planned().number}`)).toContain(
      capabilities.sessions ? 'signs in to Mattermost first' : 'a stream URL would let nobody in',
    );
  });

  it('leads nobody in where the page is not set up, and an administrator reads where to do so', async () => {
    const {number} = planned();
    await configure({JoinPageURL: ''});
    expect(await ask(`${number}`)).toContain('Ask your administrator to set up the join page.');
    expect(await ask(`${number}`, ADMIN)).toContain(
      capabilities.sessions ? '/admin_console/plugins/plugin_zoom' : '`JoinPageURL`',
    );
  });
});
