import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {ADMIN, ANA, createWorld, type World} from '../support/world.js';

onEachHost('/zoom', ({start, pluginDir, capabilities}) => {
  let world: World;
  let channels = 0;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterAll(() => world.close());
  const commandWords = async (userId: string): Promise<{Item: string; Hint: string; HelpText: string}[]> => {
    const {body} = await world.host.http({path: '/api/v1/command-words?user_input=zoom%20', userId});
    return JSON.parse(Buffer.from(body).toString()) as {Item: string; Hint: string; HelpText: string}[];
  };
  const newChannel = async (): Promise<string> => {
    channels += 1;
    const id = mattermostId(`channel${channels}x`);
    await world.host.seed({channels: [{id}], members: [{channel_id: id, user_id: ANA}]});
    return id;
  };

  it('S-01 shows help, however the line is typed', async () => {
    // Only a blank ends the trigger where Mattermost looks for a command of a team.
    const others = capabilities.sessions ? ['/zoom\thelp', '/zoom\u00a0help', '/zoom\nhelp'] : [];
    for (const line of ['/zoom', '/zoom   ', '/ZOOM help', '/zoom  help', ...others]) {
      expect((await world.type(line)).text).toContain('`/zoom start [topic] [--pmi or --new]`');
    }
  });

  it('S-01 starts a meeting after no-break spaces and newlines', async () => {
    const channelId = await newChannel();
    await world.type('/zoom start\u00a0\nWeekly\u2003planning', {channelId});
    expect((await world.card(channelId)).props['meeting_topic']).toBe('Weekly planning');
    if (!capabilities.sessions) return;
    const other = await newChannel();
    await world.type('/zoom\u00a0start\nOther\u2003planning', {channelId: other});
    expect((await world.card(other)).props['meeting_topic']).toBe('Other planning');
  });

  it('suggests the command that was meant', async () => {
    expect((await world.type('/zoom strat')).text).toContain(
      'Unknown command `strat`. Did you mean `/zoom start`?',
    );
  });

  it.each([
    ['connect', 'There is nothing to connect here'],
    ['disconnect', 'There is nothing to disconnect here'],
    ['subscription add 85512345678', 'Channels cannot subscribe to meetings here'],
    ['channel-settings list', 'There is nothing to set for a channel here'],
  ])('says in one sentence what it does instead of the official /zoom %s', async (typed, beginning) => {
    const {text} = await world.type(`/zoom ${typed}`);
    expect(text).toMatch(new RegExp(`^${beginning}[^\n]*\\.$`));
    expect((await world.type('/zoom help')).text).not.toContain(`/zoom ${typed.split(' ')[0]}`);
  });

  it('S-02 takes any topic: too long, emoji, only invisible signs, quotes', async () => {
    const long = await newChannel();
    await world.type(`/zoom start ${'x'.repeat(5000)}`, {channelId: long});
    expect(String((await world.card(long)).props['meeting_topic'])).toHaveLength(200);
    const family = await newChannel();
    await world.type('/zoom start “👨‍👩‍👧 family”', {channelId: family});
    expect((await world.card(family)).props['meeting_topic']).toBe('👨‍👩‍👧 family');
    const empty = await newChannel();
    await world.type('/zoom start \u200b\u200d\u2060', {channelId: empty});
    expect((await world.card(empty)).props['meeting_topic']).toBe('Zoom meeting');
    const quotes = await newChannel();
    await world.type('/zoom start "\'`\\', {channelId: quotes});
    expect((await world.card(quotes)).props['meeting_topic']).toBe('"\'`\\');
  });

  it('keeps mentions and Markdown of a topic from being more than text', async () => {
    const channelId = await newChannel();
    await world.type('/zoom start @channel [x](http://evil.example) ~town #tag', {channelId});
    const card = await world.card(channelId);
    const [attachment] = card.props['attachments'] as {title: string; title_link: string; text: string}[];
    // A title with a link is shown letter by letter, and nobody is looked for in it.
    expect(attachment?.title).toBe('@channel [x](http://evil.example) ~town #tag');
    expect(attachment?.title_link).toBe(card.props['meeting_link']);
    expect(`${card.message}${attachment?.text}`).not.toMatch(/@channel|\]\(http:\/\/evil|~town|#tag/);
  });

  it('S-10 twenty rapid starts of one person in one channel give one meeting', async () => {
    const channelId = await newChannel();
    const before = world.zoom.meetings.length;
    const answers = await Promise.all(Array.from({length: 20}, () => world.type('/zoom start', {channelId})));
    const later = await world.type('/zoom start again', {channelId});
    expect(world.zoom.meetings.length - before).toBe(1);
    expect(await world.cards(channelId)).toHaveLength(1);
    expect(answers.filter(({text}) => text.includes('Join it'))).toHaveLength(19);
    expect(later.text).toContain('Join it');
  });

  it('S-10 refuses the eleventh start of one person within a minute, and names the time of the next', async () => {
    const {userId} = await world.newcomer();
    const before = world.zoom.meetings.length;
    const answers: string[] = [];
    for (let started = 0; started < 12; started += 1) {
      const channelId = mattermostId(`many${started}x`);
      await world.host.seed({
        channels: [{id: channelId}],
        members: [{channel_id: channelId, user_id: userId}],
      });
      answers.push((await world.type('/zoom start', {userId, channelId})).text);
    }
    expect(world.zoom.meetings.length - before).toBe(10);
    for (const text of answers.slice(10)) {
      expect(text).toMatch(
        /^You have tried to start many meetings in a short time\. You can try again at \d\d:\d\d/,
      );
    }
  });

  it('is completed from the registry while somebody types', async () => {
    const [command] = await world.host.commands();
    expect(command?.trigger).toBe('zoom');
    const words = [
      'start [topic] [--pmi or --new]',
      'end',
      'cancel [meeting ID]',
      'import [webinars]',
      'share NUMBER or LINK [topic]',
      'meetings',
      'join [number or link]',
      'live',
      'invitation [number or link] [@people]',
      'register [number or link] [@people]',
      'stream-url [number or link] ["name"] [until DATE]',
      'me',
      'settings',
      'doctor',
      'api [METHOD] /path [JSON]',
      'help',
    ];
    if (!capabilities.sessions) {
      const behind = words.indexOf('settings') + 1;
      const hint = words.toSpliced(behind, 0, 'pair CODE').join(' | ');
      expect(command?.auto_complete_hint).toBe(hint);
      return;
    }
    const {Arguments: [list] = []} = command?.autocomplete_data as {
      Arguments?: {Type: string; Data: {FetchURL: string}}[];
    };
    expect(list).toMatchObject({Type: 'DynamicList', Data: {FetchURL: 'api/v1/command-words'}});
    const offered = async (userId: string): Promise<string[]> =>
      (await commandWords(userId)).map(({Item, Hint}) => `${Item} ${Hint}`.trim());
    expect(await offered(ADMIN)).toEqual(words);
    // There is no page to join here yet.
    expect(await offered(ANA)).toEqual(words.filter((word) => !/^(doctor|api|stream-url)/.test(word)));
  });

  it('is completed in the language of the person who types', async () => {
    if (!capabilities.sessions) return;
    const {userId} = await world.newcomer({locale: 'de'});
    expect(await commandWords(userId)).toContainEqual({
      Item: 'start',
      Hint: '[Thema] [--pmi oder --new]',
      HelpText:
        'Ein Meeting in diesem Kanal oder Thread starten; das Thema ist optional, `--pmi` nimmt deine persönliche Meeting-ID, `--new` eine neue',
    });
  });

  it('sends a system administrator the filled webhook address by direct message, and nobody else', async () => {
    const path = await world.webhookPath();
    await world.type('/zoom');
    expect((await world.host.posts()).some(({message}) => message.includes(path))).toBe(false);
    const answer = await world.type('/zoom', {userId: ADMIN});
    expect(answer.text).toContain('direct message');
    expect(answer.text).not.toContain(path);
    const message = (await world.host.posts()).find((post) => post.message.includes(path));
    expect(message?.message).toContain(`${world.host.routesUrl}${path}`);
  });
});
