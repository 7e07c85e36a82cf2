import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HostPost} from '../support/plugin-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {createWorld, type Reply, type World} from '../support/world.js';

onEachHost('Zoom’s own invitation', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    world.zoom.liftFaults();
  });

  const hostId = (): string => world.zoom.users.at(-2)?.id ?? '';
  const planned = (changes: object = {}): SimulatedMeeting =>
    world.zoom.addMeeting({
      hostId: hostId(),
      type: 2,
      topic: 'Quarterly',
      startTime: Date.now() + 3_600_000,
      ...changes,
    });
  /** What the bot has written to somebody. */
  const told = async (userId: string): Promise<readonly HostPost[]> =>
    (await world.host.posts()).filter(({channel_id, type}) => type === '' && channel_id.includes(userId));
  const press = (reply: Reply, id: string, userId = world.ana) =>
    pressButton(world, buttonOf(reply, id).integration, {
      userId,
      channelId: reply.post?.channel_id ?? world.channelId,
      postId: reply.post?.id ?? 'x',
    });

  it('is shown to the host alone, to be copied, and posted where it was asked for once they say so', async () => {
    const meeting = planned();
    const reply = await readAsAsker(world, `/zoom invitation ${meeting.number}`);
    expect(reply.text).toMatch(/^Zoom's invitation to “Quarterly”/);
    expect(reply.text).toContain(`Passcode: ${meeting.password}`);
    expect(await world.host.posts(world.channelId)).toEqual([]);
    expect((await press(reply, 'postInvitation')).status).toBe(200);
    const [post, ...others] = await world.host.posts(world.channelId);
    expect(others).toEqual([]);
    expect(post?.message).toMatch(/^Ana Silva invites you to “Quarterly”: \[Join\]\(http\S+\)\n```\n/);
    expect(post?.message).toContain(`Passcode: ${meeting.password}`);
  });

  it('is that of the meeting of theirs that is open here, where none is named', async () => {
    expect((await world.type('/zoom invitation')).text).toContain('No meeting of yours is open here');
    await world.type('/zoom start Weekly planning');
    expect((await readAsAsker(world, '/zoom invitation')).text).toContain('Topic: Weekly planning');
  });

  it('goes to people by direct message, and says who has not got it', async () => {
    const meeting = planned();
    const ben = `ben${/^ana(\d+)/.exec(world.ana)?.[1] ?? ''}`;
    let {text} = await readAsAsker(world, `/zoom invitation ${meeting.number} @${ben} @nobody`);
    if (!capabilities.sessions) {
      // Whoever knows the token of the command can type it in the name of anybody.
      expect(await told(world.ben)).toEqual([]);
      const question = (await world.host.posts()).at(-1);
      const attachments = (question?.props['attachments'] ?? []) as unknown[];
      const answer = await press({attachments} as Reply, 'sendInvitation');
      const shown = (await world.host.ephemeralPosts()).map(({post}) => post.message);
      const written = (await world.host.posts()).map(({message}) => message);
      text =
        [...written, ...shown, answer.body.toString()].find((words) => words.includes('was sent by')) ?? '';
    }
    expect(text).toContain(`sent by direct message to \`@${ben}\``);
    expect(text).toContain('- `@nobody`: nobody in this team has that user name.');
    const message = (await world.host.posts()).findLast(({message: words}) => words.includes('invites you'));
    expect(message?.message).toContain(`Passcode: ${meeting.password}`);
  });

  it('A-01 is for nobody but the host, and says nothing of the meeting to others', async () => {
    const meeting = planned();
    const {text} = await world.type(`/zoom invitation ${meeting.number}`, {userId: world.ben});
    expect(text).toContain('Somebody else hosts this meeting');
    expect(text).not.toContain('Quarterly');
    expect(world.zoom.requests.filter(({route}) => route === 'get-meeting-invitation')).toEqual([]);
  });

  it('is none of what Zoom does not know, and of what is no number', async () => {
    expect((await world.type('/zoom invitation 855 9999 9999')).text).toContain('Zoom knows no meeting');
    expect((await world.type('/zoom invitation planning')).text).toContain('`855 1234 5678`');
  });

  it('is answered to the card’s button for the host, and to nobody else', async () => {
    await world.type('/zoom start Weekly planning');
    const card = await world.card();
    const {id} = card.props['zoom_card'] as {id: string};
    const ask = async (userId: string) => {
      const place = {userId, channelId: world.channelId};
      const token = capabilities.sessions ? '' : await pairBrowser(world, place);
      const {status, body} = await world.host.http({
        method: 'POST',
        path: '/api/v1/invitations',
        headers: {
          'Content-Type': 'application/json',
          ...(token !== '' && {Authorization: `Bearer ${token}`}),
        },
        body: JSON.stringify({card_id: id, meeting_id: card.props['meeting_id']}),
        ...(capabilities.sessions && {userId}),
      });
      return [status, JSON.parse(body.toString())] as unknown;
    };
    expect(await ask(world.ana)).toEqual([
      200,
      {text: expect.stringContaining('is inviting you to a scheduled Zoom meeting')},
    ]);
    expect(await ask(world.ben)).toMatchObject([
      403,
      {code: 'not_the_host', message: expect.stringContaining('Somebody else hosts this meeting')},
    ]);
  });
});
