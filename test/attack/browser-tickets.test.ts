import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {JOIN_PAGE_ORIGIN, withJoinPage} from '../support/join-page.js';
import {onEachHost} from '../support/on-each-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {makePass, posting, visitJoinPage} from '../support/visit-join-page.js';
import {createWorld, type World} from '../support/world.js';

const TICKET = new RegExp(`${JOIN_PAGE_ORIGIN}/plugins/zoom/join-page/([\\w-]+\\.[\\w.-]+)`);

onEachHost('A-48 A ticket with which a member joins in the browser', ({start, pluginDir, capabilities}) => {
  let world: World;
  let addresses = 0;
  let ticket: string;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), settings: withJoinPage()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    await world.type('/zoom start Weekly planning');
    world.zoom.startMeeting(world.zoom.meetings.at(-1)?.number ?? 0);
    await world.zoom.webhooksSettled();
    ticket = await ticketOf(world.ben);
  });

  const ticketOf = async (userId: string): Promise<string> => {
    const {text} = await readAsAsker(world, '/zoom join', {userId});
    const found = TICKET.exec(text)?.[1];
    if (found === undefined) throw new Error(`/zoom join was answered "${text}"`);
    return found;
  };
  /** What whoever has it is answered who wants to join, from an address of their own. */
  const enter = async (pass: string): Promise<string> => {
    const address = `192.0.2.${(addresses += 1)}`;
    const {status, body} = await visitJoinPage(world, `${encodeURIComponent(pass)}/entries`, {
      ...posting({name: 'Zoe'}),
      address,
    });
    const {code} = JSON.parse(body.toString()) as {code?: string};
    return code === undefined ? String(status) : `${status} ${code}`;
  };
  const leave = (userId: string): Promise<void> =>
    world.host.seed({members: [{channel_id: world.channelId, user_id: userId, left: true}]});

  it('lets them in', async () => {
    expect(await enter(ticket)).toBe('200');
  });

  it('is worth nothing when a letter of it is another one, or a part is missing, or comes from another', async () => {
    const [facts = '', version = '', signature = ''] = ticket.split('.');
    const bent = (text: string, at: number): string =>
      `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    const read = JSON.parse(Buffer.from(facts, 'base64url').toString()) as [string, number, ...unknown[]];
    const written = (...changed: unknown[]): string =>
      [Buffer.from(JSON.stringify(changed)).toString('base64url'), version, signature].join('.');
    const [userId, expiresAt, ...into] = read;
    const forged = [
      bent(ticket, 3),
      bent(ticket, facts.length - 2),
      bent(ticket, ticket.length - 10),
      [facts, 'v2', signature].join('.'),
      [facts, version].join('.'),
      [facts, version, ''].join('.'),
      [facts, signature].join('.'),
      `${ticket}.${signature}`,
      written(world.ana, expiresAt, ...into),
      written(userId, expiresAt + 86_400_000, ...into),
      written(userId, expiresAt, into[0], '85599999999'),
      written(userId, expiresAt),
      `${(await ticketOf(world.ana)).split('.')[0]}.${version}.${signature}`,
    ];
    const answers = [];
    for (const each of forged) answers.push([each, await enter(each)]);
    expect(answers).toEqual(forged.map((each) => [each, '404 pass_unknown']));
  });

  it('is worth nothing any more when they have left the channel', async () => {
    await leave(world.ben);
    expect(await enter(ticket)).toBe('403 no_access');
  });

  it('is worth nothing any more when their account is deactivated', async () => {
    await world.host.deactivateUser(world.ben);
    expect(await enter(ticket)).toBe('403 no_access');
  });

  it('is worth nothing any more when that of the host is', async () => {
    await world.host.deactivateUser(world.ana);
    expect(await enter(ticket)).toBe('410 pass_revoked');
  });

  it('is no stream URL, and a stream URL is no ticket', async () => {
    const {number} = world.zoom.meetings.at(-1) ?? {};
    const pass = await makePass(world, String(number));
    const [, ...signed] = ticket.split('.');
    expect(await enter(pass)).toBe('200');
    expect(await enter([pass, ...signed].join('.'))).toBe('404 pass_unknown');
    expect(await enter(ticket.replaceAll('.', ''))).toBe('404 pass_unknown');
  });

  if (!capabilities.sessions) {
    it('is not what lets its host start it, and that lets nobody join', async () => {
      const place = await world.newcomer();
      const {integration} = buttonOf(await world.type('/zoom start Another', place), 'startAsHost');
      await pressButton(world, integration, place);
      const posts = await world.host.posts();
      const told = posts.findLast(({message}) => message.includes('/host?ticket='))?.message ?? '';
      const hosts = /host\?ticket=([^)\s]+)/.exec(told)?.[1] ?? '';
      expect(hosts).not.toBe('');
      expect(await enter(decodeURIComponent(hosts))).toBe('404 pass_unknown');
      const page = await world.host.http({path: `/host?ticket=${encodeURIComponent(ticket)}`});
      expect(page.status).toBe(403);
    });
  }
});
