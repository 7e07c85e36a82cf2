import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

/**
 * Webhooks that nobody at Zoom would send. Forged, changed and replayed ones are in feature/webhooks, replays without
 * end in limits.test.ts beside this.
 */
onEachHost('Somebody who knows the secrets of webhooks', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });
  const newMeeting = async () => {
    await world.type('/zoom start');
    const meeting = world.zoom.meetings.at(-1);
    if (meeting === undefined) throw new Error('There is no meeting');
    return meeting;
  };

  it.each(['__proto__', 'constructor', 'toString', 'x'.repeat(400_000), '\u202e\n\u0000'])(
    'W-21 tells nothing by an event that is called %.20j, which is not kept either',
    async (event) => {
      expect((await sendWebhook(world, JSON.stringify({event}))).status).toBe(204);
      await world.type('/zoom help');
      const rows = await world.host.kv();
      const activity = await waitFor(
        world.host,
        async () => rows.get('webhook_activity') ?? Buffer.from('{}'),
      );
      expect(activity.length).toBeLessThan(2_000);
    },
  );

  it('W-14 exhausts no stack with lists in each other, and the next event counts', async () => {
    const meeting = await newMeeting();
    const deep = `${'['.repeat(250_000)}"\\ud800"${']'.repeat(250_000)}`;
    const inside = meetingEvent('meeting.ended', meeting).replace(
      '"payload":{',
      `"payload":{"deep":${deep},`,
    );
    expect((await sendWebhook(world, deep)).status).toBe(204);
    expect((await sendWebhook(world, inside)).status).toBe(204);
    await sendWebhook(world, meetingEvent('meeting.ended', meeting));
    await world.cardWhen((card) => cardState(card) === 'ended');
  });

  it.each([
    ['+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z'],
    ['1601-01-01T00:00:00Z', '1601-01-01T00:00:01Z'],
    ['+999999-01-01T00:00:00Z', 'never'],
  ])('W-14 ends a card whatever times are told: from %s to %s', async (start_time, end_time) => {
    const ended = meetingEvent('meeting.ended', await newMeeting(), {object: {start_time, end_time}});
    expect((await sendWebhook(world, ended)).status).toBe(204);
    const card = await world.cardWhen((post) => cardState(post) === 'ended');
    expect(JSON.stringify(card)).not.toMatch(/NaN|Invalid|undefined/);
  });

  it('W-03 gets nothing by a path, a second value or an object in place of the secret', async () => {
    const body = meetingEvent('meeting.ended', await newMeeting());
    const [route = '', secret = ''] = (await world.webhookPath()).split('?secret=');
    const paths = [
      `${route}?secret=${secret}&secret=${secret}`,
      `${route}?secret[]=${secret}`,
      `${route}?Secret=${secret}`,
      `${route}?secret=${secret}%00`,
      `${route}#secret=${secret}`,
    ];
    for (const path of paths) expect((await sendWebhook(world, body, {path})).status).toBe(401);
    expect(cardState(await world.card())).toBe('waiting');
  });
});
