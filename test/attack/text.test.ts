import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {singleLine} from '../../server/core/domain/plain-text.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HostPost} from '../support/plugin-host.js';
import {participantEvent} from '../support/participant-event.js';
import {readAsMattermost} from '../support/read-as-mattermost.js';
import {attachmentOf} from '../support/sample-card.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

/** What could be more than text where it is shown. Half a character in an event is in feature/webhooks. */
const HOSTILE: readonly string[] = [
  '@here @channel @all',
  '[Join meeting](http://evil.example/j/1)',
  '![x](http://evil.example/x.png) <http://evil.example|Zoom>',
  '&lt;b&gt; &#64;here &copy; &amp;lt;',
  '``` **bold** # ~town~ #town $x$ :tada:',
  'www.evil.example evil.example/j/1 javascript:alert(1)',
  '\u202egnp.exe\u202c \u2066x\u2069 a\u200bb',
  'one\r\ntwo\u2028three',
];

onEachHost('Text of somebody who means ill', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });
  /** The message without our own link, line by line: what Mattermost takes for more than text. */
  const foundIn = ({message}: Pick<HostPost, 'message'>): readonly string[] =>
    message
      .replaceAll(/\[[^[\]]*\]\(http:\/\/127\.0\.0\.1:\d+\/j\/[^)]*\)/g, 'link')
      .split('\n')
      .flatMap((line) => readAsMattermost(line).found);
  const cardsOf = async (topic: string): Promise<readonly HostPost[]> => {
    await world.type(`/zoom start ${topic}`);
    const waiting = await world.card();
    const meeting = world.zoom.meetings.at(-1);
    if (meeting === undefined) throw new Error('There is no meeting');
    await sendWebhook(world, meetingEvent('meeting.ended', meeting));
    return [waiting, await world.cardWhen((post) => cardState(post) === 'ended')];
  };

  it.each(HOSTILE)('U-09 is text as a topic: %j', async (topic) => {
    for (const card of await cardsOf(topic)) {
      expect(foundIn(card)).toEqual([]);
      expect(readAsMattermost(card.message).visible).toContain(singleLine(topic));
      expect(card.message).not.toMatch(/[\r\u2028\u202e\u2066]/);
    }
  });

  it.each(HOSTILE)('U-09 is text as the name of whoever starts: %j', async (name) => {
    await world.host.seed({users: [{id: world.ana, first_name: name, last_name: '', nickname: name}]});
    for (const card of await cardsOf('Planning')) {
      expect(foundIn(card)).toEqual([]);
      expect(card.message).not.toMatch(/[\r\u2028\u202e\u2066]/);
    }
    const question = await world.type('/zoom start', {userId: world.ben});
    expect(question.text).not.toMatch(/[\r\u2028\u202e\u2066]/);
  });

  it('U-09 is text as the names of people in a meeting, guests and colleagues', async () => {
    await world.type('/zoom start Planning');
    const [meeting] = world.zoom.meetings.slice(-1);
    if (meeting === undefined) throw new Error('There is no meeting');
    await sendWebhook(world, meetingEvent('meeting.started', meeting));
    const email = `${world.ben}@example.com`;
    await world.host.seed({users: [{id: world.ben, nickname: HOSTILE.join(' ').slice(0, 60), email}]});
    const guests = HOSTILE.map((name, index) => ({user_id: String(index), user_name: name}));
    for (const who of [{user_id: '9', email}, ...guests]) {
      expect((await sendWebhook(world, participantEvent('joined', meeting, who))).status).toBe(204);
    }
    const count = HOSTILE.length + 1;
    const linesOf = (post: HostPost): string[] => (attachmentOf(post).text ?? '').split('\n');
    const live = await world.cardWhen((post) =>
      linesOf(post)
        .join()
        .includes(`and ${count - 5} more`),
    );
    await sendWebhook(world, meetingEvent('meeting.ended', meeting));
    const ended = await world.cardWhen((post) => cardState(post) === 'ended');
    expect(linesOf(ended).join()).toContain(`${count} people took part: `);
    for (const line of [live, ended].flatMap(linesOf)) expect(readAsMattermost(line).found).toEqual([]);
    expect(JSON.stringify([live, ended])).not.toMatch(/\\u202e|\\u2066|\u202e|\u2066|\u2028/);
  });

  it('S-02 in the language of an account breaks no answer', async () => {
    const place = await world.newcomer({locale: '__proto__'});
    expect((await world.type('/zoom settings', place)).text).toContain('Your Zoom settings');
  });

  it('S-15 forges and hides nothing in the log', async () => {
    const field = 'topic\u202e\u200b\n{"level":"error"}\u2028\u001b[2J';
    const errors = [{field, message: field}];
    world.zoom.fault({
      route: 'create-meeting',
      fault: {kind: 'answer', status: 400, body: {code: 300, message: field, errors}},
    });
    await world.type('/zoom start');
    await world.type(`/zoom ${field}`);
    const lines = (await world.host.logs()).flatMap(({message, fields}) => [
      message,
      ...Object.values(fields).map(String),
    ]);
    expect(lines).toContainEqual(expect.stringMatching(/^Zoom did not start a meeting/));
    for (const line of lines) expect(line).not.toMatch(/topic|[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});
