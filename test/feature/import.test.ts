import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {openPanel} from '../support/import-here.js';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {cardState, createWorld, type Place, type World} from '../support/world.js';

const HOUR_MS = 3_600_000;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

onEachHost('Bringing meetings here', ({start, pluginDir, capabilities}) => {
  let world: World;
  let ana: Place;
  let panel: Awaited<ReturnType<typeof openPanel>>;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    ana = await world.newcomer();
    panel = await openPanel(world, ana);
  });
  /** Of who hosts, as Zoom knows them. */
  const hostOf = (place: Place): string => {
    const name = /person(\d+)x/.exec(place.userId)?.[1] ?? '';
    return world.zoom.users.find(({email}) => email === `person${name}@example.com`)?.id ?? '';
  };
  const plan = (topic: string, inHours: number, by = ana) =>
    world.zoom.addMeeting({
      hostId: hostOf(by),
      type: 2,
      topic,
      startTime: Math.floor((Date.now() + inHours * HOUR_MS) / 60_000) * 60_000,
      duration: 30,
    });

  it('lists what one hosts, and makes a card of one with what is written for the channel', async () => {
    const second = plan('Second', 5);
    const first = plan('First', 2);
    plan('Somebody else’s', 3, await world.newcomer());
    const {status, json} = await panel.list('?kind=meeting&when=upcoming');
    expect(status).toBe(200);
    expect(json).toEqual({
      items: [
        {
          kind: 'meeting',
          number: String(first.number),
          topic: 'First',
          starts_at: first.startTime,
          minutes: 30,
        },
        {
          kind: 'meeting',
          number: String(second.number),
          topic: 'Second',
          starts_at: second.startTime,
          minutes: 30,
        },
      ],
    });
    const words = {title: 'Our review', description: 'Bring figures'};
    const brought = await panel.bring({number: String(first.number), ...words});
    expect(brought).toMatchObject({
      status: 200,
      json: {post_id: expect.any(String), card_id: expect.any(String)},
    });
    const card = await world.card(ana.channelId);
    expect(card.id).toBe(brought.json['post_id']);
    expect(cardState(card)).toBe('waiting');
    expect(card.props['zoom_card']).toMatchObject({
      kind: 'scheduled',
      description: 'Bring figures',
      plan: {starts_at: first.startTime, minutes: 30},
    });
    expect(card.message).toContain('Our review');
    expect(JSON.stringify(card)).not.toMatch(/zak=|start_url/);
  });

  it('lists more than a page, each meeting once', async () => {
    for (let nth = 1; nth <= 130; nth += 1) plan(`Planned ${nth}`, nth);
    const first = await panel.list();
    const next = encodeURIComponent(String(first.json['next']));
    const second = await panel.list(`?page=${next}`);
    const numbers = [first, second].flatMap(({json}) =>
      (json['items'] as {number: string}[]).map((one) => one.number),
    );
    expect(new Set(numbers).size).toBe(130);
    expect(second.json['next']).toBeUndefined();
  });

  it('goes with a picture, which is stored with the post', async () => {
    const {number} = plan('Pictured', 2);
    const {status} = await panel.bring({
      number: String(number),
      picture: {name: 'logo.exe', base64: PNG.toString('base64')},
    });
    expect(status).toBe(200);
    const card = await world.card(ana.channelId);
    const files = (await world.host.files()).filter(({post_id}) => post_id === card.id);
    expect(files).toMatchObject([{name: 'logo.png', bytes: PNG}]);
  });

  it('S-20 posts nothing where the picture is none, or does not fit', async () => {
    const number = String(plan('Plain', 2).number);
    const picture = (bytes: Buffer) => ({name: 'logo.png', base64: bytes.toString('base64')});
    expect(await panel.bring({number, picture: picture(Buffer.from('<svg/>'))})).toMatchObject({
      status: 422,
      json: {code: 'bad_picture', message: expect.stringContaining('PNG, JPEG, GIF or WebP')},
    });
    const tooLarge = Buffer.concat([PNG, Buffer.alloc(4 * 1024 * 1024)]);
    expect(await panel.bring({number, picture: picture(tooLarge)})).toMatchObject({status: 422});
    expect(await world.cards(ana.channelId)).toEqual([]);
  });

  it('follows the meeting as any card does', async () => {
    const meeting = plan('Followed', 0.5);
    await panel.bring({number: String(meeting.number)});
    world.zoom.startMeeting(meeting.number);
    await world.cardWhen((card) => card.channel_id === ana.channelId && cardState(card) === 'live');
    world.zoom.endMeeting(meeting.number);
    await world.cardWhen((card) => card.channel_id === ana.channelId && cardState(card) === 'ended');
  });

  it('knows one that runs already', async () => {
    const meeting = plan('Running', -0.1);
    world.zoom.startMeeting(meeting.number);
    await panel.bring({number: String(meeting.number)});
    expect(cardState(await world.card(ana.channelId))).toBe('live');
  });

  it('lists webinars that are over, and makes a card of one that says when it was held', async () => {
    const startTime = Math.floor((Date.now() - 26 * HOUR_MS) / 60_000) * 60_000;
    const {number} = world.zoom.addWebinar({hostId: hostOf(ana), topic: 'Launch', startTime, duration: 30});
    const past = '?kind=webinar&when=past';
    expect(await panel.bring({kind: 'webinar', number: String(number)})).toMatchObject({status: 410});
    world.zoom.startWebinar(number);
    world.zoom.endWebinar(number);
    expect((await panel.list(past)).json).toMatchObject({items: [{number: String(number), topic: 'Launch'}]});
    expect((await panel.list('?kind=webinar')).json).toEqual({items: []});
    expect(await panel.bring({kind: 'webinar', number: String(number)})).toMatchObject({status: 200});
    expect(cardState(await world.card(ana.channelId))).toBe('ended');
  });

  it('posts one card of a meeting, and says where it is', async () => {
    const number = String(plan('Once', 2).number);
    const {json} = await panel.bring({number});
    expect(await panel.bring({number})).toMatchObject({
      status: 409,
      json: {
        code: 'card_exists',
        post_id: json['post_id'],
        message: expect.stringContaining('/_redirect/pl/'),
      },
    });
    expect(await world.cards(ana.channelId)).toHaveLength(1);
  });

  it('S-21 posts nothing of somebody else’s, of what is gone, and of what it was told wrongly', async () => {
    const ben = await world.newcomer();
    const theirs = plan('Private', 2, ben);
    const gone = plan('Gone', 2);
    world.zoom.deleteMeeting(gone.number);
    expect(await panel.bring({number: String(theirs.number)})).toMatchObject({
      status: 403,
      json: {code: 'not_the_host'},
    });
    expect(JSON.stringify(await panel.bring({number: String(theirs.number)}))).not.toContain('Private');
    expect(await panel.bring({number: String(gone.number)})).toMatchObject({
      status: 404,
      json: {code: 'meeting_gone'},
    });
    expect(await panel.bring({number: '../users/me'})).toMatchObject({
      status: 400,
      json: {fields: ['number']},
    });
    expect(
      await panel.bring({number: String(gone.number), channel_id: mattermostId('nowhere')}),
    ).toMatchObject({
      status: 403,
      json: {code: 'no_access'},
    });
    expect(await panel.list('?kind=meeting&when=past')).toMatchObject({
      status: 400,
      json: {fields: ['when']},
    });
    expect(await world.cards(ana.channelId)).toEqual([]);
  });

  it('R-21 keeps what is done where Zoom fails half-way, and takes the rest again', async () => {
    const numbers = ['One', 'Two', 'Three'].map((topic, index) => String(plan(topic, index + 2).number));
    const [one = '', two = '', three = ''] = numbers;
    expect((await panel.bring({number: one})).status).toBe(200);
    const body = {code: 429, message: 'You have reached the maximum per-second rate limit for this API.'};
    world.zoom.fault({route: 'get-meeting', fault: {kind: 'answer', status: 429, body}, times: 5});
    const failed = await panel.bring({number: two});
    expect([failed.status, failed.json['code']]).toEqual([429, 'rate_limited']);
    world.zoom.liftFaults();
    expect((await panel.bring({number: two})).status).toBe(200);
    expect((await panel.bring({number: three})).status).toBe(200);
    expect(await world.cards(ana.channelId)).toHaveLength(3);
  });

  it('offers a list with buttons to those who type, and goes on with it after a press', async () => {
    const [first, second] = [plan('First', 2), plan('Second', 5)];
    const list = await readAsAsker(world, '/zoom import', ana);
    expect(list.text).toContain('Meetings that you have planned in Zoom');
    const shown = JSON.stringify(list.attachments);
    expect(shown.indexOf('First')).toBeLessThan(shown.indexOf('Second'));
    await pressButton(world, buttonOf(list, `bring${second.number}`).integration, ana);
    expect((await world.card(ana.channelId)).props['meeting_id']).toBe(second.number);
    await pressButton(world, buttonOf(list, `bring${first.number}`).integration, ana);
    expect(await world.cards(ana.channelId)).toHaveLength(2);
    expect((await readAsAsker(world, '/zoom import webinars', ana)).text).not.toContain('First');
  });

  it('A-34 lists nothing for whoever only claims to be somebody', async () => {
    plan('Secret plan', 2);
    const {text, attachments} = await world.type('/zoom import', ana);
    expect(JSON.stringify([text, attachments]).includes('Secret plan')).toBe(capabilities.sessions);
  });

  it('S-22 shares one’s own meeting by its number, and nobody else’s', async () => {
    const {number} = plan('Mine', 2);
    const theirs = plan('Private', 2, await world.newcomer());
    expect((await world.type(`/zoom share ${number} Our review`, ana)).text).toContain(
      'The card follows the meeting',
    );
    expect((await world.card(ana.channelId)).message).toContain('Our review');
    expect((await world.type(`/zoom share ${theirs.number}`, ana)).text).toContain('Somebody else hosts');
    expect(await world.cards(ana.channelId)).toHaveLength(1);
  });
});
