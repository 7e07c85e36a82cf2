import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {JOIN_PAGE_ORIGIN, withJoinPage} from '../support/join-page.js';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HostPost, HttpResponse, PluginConfig} from '../support/plugin-host.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {createWorld, type World} from '../support/world.js';

const TICKET = new RegExp(`^${JOIN_PAGE_ORIGIN}/plugins/zoom(/join-page/[\\w-]+\\.[\\w.-]+)$`);

onEachHost('Joining in the browser from a card', ({start, pluginDir, capabilities}) => {
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

  const configure = (changes: PluginConfig = {}): Promise<unknown> =>
    world.host.setPluginConfig(withJoinPage(changes)(world.zoom));
  const started = async (): Promise<HostPost> => {
    await world.type('/zoom start Weekly planning');
    return world.card();
  };
  const idsOf = ({props}: HostPost) => ({
    card_id: (props['zoom_card'] as {id: string}).id,
    meeting_id: String(props['meeting_id']),
  });
  const tokens = new Map<string, string>();
  const post = async (path: string, card: HostPost, userId = world.ana): Promise<HttpResponse> => {
    const place = {userId, channelId: world.channelId};
    if (!capabilities.sessions && !tokens.has(userId)) tokens.set(userId, await pairBrowser(world, place));
    return world.host.http({
      method: 'POST',
      path,
      headers: {
        'Content-Type': 'application/json',
        ...(!capabilities.sessions && {Authorization: `Bearer ${tokens.get(userId)}`}),
      },
      body: JSON.stringify(idsOf(card)),
      ...(capabilities.sessions && {userId}),
    });
  };
  const said = ({status, body}: HttpResponse): unknown => [status, JSON.parse(body.toString())];
  /** What the page says of the meeting to whoever comes with that address, on its own host. */
  const openOn = async (address: string): Promise<unknown> => {
    const [, path = ''] = TICKET.exec(address) ?? [];
    const headers = {Host: new URL(JOIN_PAGE_ORIGIN).host};
    return said(await world.host.http({path: `${path}/meeting`, headers}));
  };
  it('A-43 is a way of their own for members of the channel, and for nobody else', async () => {
    const card = await started();
    const answer = await post('/api/v1/join-links', card, world.ben);
    const {url} = JSON.parse(answer.body.toString()) as {url: string};
    expect([answer.status, url]).toEqual([200, expect.stringMatching(TICKET)]);
    expect(await openOn(url)).toMatchObject([200, {state: 'waiting', topic: 'Weekly planning'}]);
    await world.host.seed({members: [{channel_id: world.channelId, user_id: world.ben, left: true}]});
    expect(said(await post('/api/v1/join-links', card, world.ben))).toMatchObject([403, {code: 'no_access'}]);
    await configure({JoinPageOnCards: false});
    expect(said(await post('/api/v1/join-links', card))).toMatchObject([403, {code: 'switched_off'}]);
  });

  it('is what /zoom join shows beside the way into Zoom', async () => {
    await started();
    const {text} = await readAsAsker(world, '/zoom join', {userId: world.ben});
    const [, url = ''] = /\[Join in the browser\]\((\S+)\)/.exec(text) ?? [];
    expect(await openOn(url)).toMatchObject([200, {topic: 'Weekly planning'}]);
    await configure({JoinPageOnCards: false});
    expect((await readAsAsker(world, '/zoom join', {userId: world.ben})).text).not.toContain(
      'in the browser',
    );
  });

  it('A-40 gives the host a stream URL from the menu of the card, where only they see it', async () => {
    const card = await started();
    const before = new Set((await world.host.posts()).map(({id}) => id));
    const shownBefore = (await world.host.ephemeralPosts()).length;
    expect(said(await post('/api/v1/stream-urls', card, world.ben))).toMatchObject([
      403,
      {code: 'not_the_host'},
    ]);
    const answer = await post('/api/v1/stream-urls', card);
    expect(said(answer)).toEqual([
      202,
      {
        message: expect.stringContaining(
          capabilities.privatePosts ? 'where only you see it' : 'direct message',
        ),
      },
    ]);
    expect(answer.body.toString()).not.toContain('join-page');
    const shown = (await world.host.ephemeralPosts()).slice(shownBefore);
    const written = (await world.host.posts()).filter(({id}) => !before.has(id));
    const told = capabilities.privatePosts ? shown.at(-1)?.post : written.at(-1);
    expect(told?.message).toMatch(/^\*\*Stream URL of “Weekly planning”/);
    if (capabilities.privatePosts) expect([told?.channel_id, written]).toEqual([world.channelId, []]);
  });

  if (capabilities.sessions) {
    const visit = (path: string, userId?: string): Promise<HttpResponse> =>
      world.host.http({path, ...(userId !== undefined && {userId})});
    const linkOf = (card: HostPost): string => {
      const [attachment] = card.props['attachments'] as {text: string}[];
      const [, url = ''] = /\[Join in the browser\]\((\S+)\)/.exec(attachment?.text ?? '') ?? [];
      return url.replace(`${world.host.siteUrl}/plugins/zoom`, '');
    };

    it('A-43 is linked on the post, which leads members on and others to a page that says why not', async () => {
      const link = linkOf(await started());
      const led = await visit(link, world.ben);
      expect(led.status).toBe(303);
      expect(led.headers.get('referrer-policy')).toBe('no-referrer');
      expect(led.headers.get('cache-control')).toBe('no-store');
      expect(await openOn(led.headers.get('location') ?? '')).toMatchObject([200, {state: 'waiting'}]);
      const refused = await visit(link, (await world.newcomer()).userId);
      expect(refused.status).toBe(403);
      expect(refused.body.toString()).toContain('Only members of the card');
      expect(refused.body.toString()).not.toContain('Weekly planning');
    });

    it('leads whoever is not signed in to the login, and from there back here', async () => {
      const link = linkOf(await started());
      const {status, headers} = await visit(link);
      const location = new URL(headers.get('location') ?? '');
      expect([status, location.origin, location.pathname]).toEqual([303, world.host.siteUrl, '/login']);
      expect(location.searchParams.get('redirect_to')).toBe(`/plug/zoom${link}`);
    });

    it('leads members who came with a stream URL to its meeting, where it lets in members alone', async () => {
      await configure({JoinPageGuests: false});
      await started();
      const {text} = await world.type('/zoom stream-url');
      const [, token = ''] = /join-page\/([\w-]{43})$/m.exec(text) ?? [];
      const headers = {Host: new URL(JOIN_PAGE_ORIGIN).host};
      const asked = await world.host.http({path: `/join-page/${token}/meeting`, headers});
      const {code, sign_in_url: signIn = ''} = JSON.parse(asked.body.toString()) as {
        code: string;
        sign_in_url?: string;
      };
      expect(code).toBe('sign_in_first');
      const path = signIn.replace(`${world.host.siteUrl}/plugins/zoom`, '');
      expect((await visit(path)).headers.get('location')).toContain('/login?redirect_to=');
      const led = await visit(path, world.ben);
      expect(await openOn(led.headers.get('location') ?? '')).toMatchObject([
        200,
        {topic: 'Weekly planning'},
      ]);
    });

    it('C-05 repeats nothing of a link that is none, and says what to do', async () => {
      for (const query of ['', '?card=<script>&number=1', '?pass=short', '?card=a&card=b&number=1']) {
        const {status, body} = await visit(`/join-in-browser${query}`, world.ana);
        expect([query, status]).toEqual([query, 400]);
        expect(body.toString()).toContain('This link is not complete.');
        expect(body.toString()).not.toContain('<script>');
      }
    });
  }
});
