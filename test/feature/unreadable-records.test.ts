import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {onAnyHost, onEachHost} from '../support/on-each-host.js';
import {pressAndRead} from '../support/press-button.js';
import {untilOnRecord} from '../support/until-on-record.js';
import {ANA, createWorld, meetingEvent, type Place, sendWebhook, type World} from '../support/world.js';

const DAMAGED = '[{"id":"secret-content"';
/** A card as only a newer version could read it, spelled as no writer of ours would. */
const FOREIGN = '{ "v" : 9, "webinar": {"id": 12345678901234567890}, "id":"secret-content" }';
const SENTENCE = 'A record that is needed here cannot be read: it is damaged, or it was written';

onAnyHost('Records that cannot be read', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterAll(() => world.close());

  const stored = async (key: string): Promise<string> => String((await world.host.kv()).get(key));
  const seed = (key: string, text: string): Promise<void> => world.host.seed({kv: {[key]: text}});
  /** A new meeting, and the key under which its card is stored. */
  const startMeeting = async (place: Place) => {
    const reply = await world.type('/zoom start Weekly planning', place);
    const meeting = world.zoom.meetings.at(-1);
    if (meeting === undefined) throw new Error(reply.text);
    const key = `meeting_${meeting.number}`;
    await untilOnRecord(world, meeting.number);
    return {reply, meeting, key};
  };
  const linesAbout = async (row: string) =>
    (await world.host.logs()).filter(
      // A plugin's facts are in the message itself.
      (line) => line.message.includes('cannot read') && JSON.stringify(line).includes(row),
    );

  it('R-06 a damaged card: Zoom is asked to send again, its host reads a sentence, and nothing is lost', async () => {
    const place = await world.newcomer();
    const {reply, meeting, key} = await startMeeting(place);
    const intact = await stored(key);
    await seed(key, DAMAGED);
    for (const _time of [1, 2]) {
      const answer = await sendWebhook(world, meetingEvent('meeting.ended', meeting));
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '300']);
    }
    expect((await pressAndRead(world, reply, 'startAsHost', place)).text).toContain(SENTENCE);
    expect(await stored(key)).toBe(DAMAGED);
    expect(await linesAbout(key)).toHaveLength(1);
    expect(JSON.stringify(await world.host.logs())).not.toContain('secret-content');
    // As when a version runs again that can read it.
    await seed(key, intact);
    expect((await sendWebhook(world, meetingEvent('meeting.ended', meeting))).status).toBe(204);
    await world.cardWhen(
      ({channel_id, props}) => channel_id === place.channelId && props['meeting_status'] === 'ENDED',
    );
  });

  it('a card of a newer version among ours stops only what concerns itself, and keeps every byte', async () => {
    const place = await world.newcomer();
    const {meeting, key} = await startMeeting(place);
    const card = (JSON.parse(await stored(key)) as object[])[0];
    await seed(key, `[${FOREIGN} , ${JSON.stringify({...card, v: 9, people: [{name: 'Ben'}]})}]`);
    for (const event of ['meeting.started', 'meeting.ended'] as const) {
      expect((await sendWebhook(world, meetingEvent(event, meeting))).status).toBe(204);
    }
    await world.cardWhen(
      ({channel_id, props}) => channel_id === place.channelId && props['meeting_status'] === 'ENDED',
    );
    const later = meetingEvent('meeting.started', {...meeting, uuid: 'another-occurrence=='});
    expect((await sendWebhook(world, later)).status).toBe(503);
    const text = await stored(key);
    expect(text.startsWith(`[${FOREIGN},`)).toBe(true);
    expect(JSON.parse(text)).toMatchObject([
      {},
      {v: 9, people: [{name: 'Ben'}], endedAt: expect.any(Number)},
    ]);
    expect(await linesAbout(key)).toHaveLength(1);
  });

  it('R-06 a damaged row of starts: the person reads a sentence, nothing is created, and others start', async () => {
    const place = await world.newcomer();
    await startMeeting(place);
    const rows = [...(await world.host.kv())].filter(([key]) => key.startsWith('intents_'));
    const [key = ''] = rows.find(([, text]) => text.includes(place.channelId)) ?? [];
    await world.host.deactivate();
    await seed(key, DAMAGED);
    await world.host.activate();
    const before = world.zoom.meetings.length;
    expect((await world.type('/zoom start', place)).text).toContain(SENTENCE);
    expect(world.zoom.meetings).toHaveLength(before);
    expect(await stored(key)).toBe(DAMAGED);
    expect(await linesAbout(key)).toHaveLength(1);
    await seed(key, '[]');
    expect((await world.type('/zoom start', place)).text).toContain('Your meeting is in the channel');
  }, 60_000);
});

onEachHost(
  'Records of the service that cannot be read',
  ({start, pluginDir}) => {
    let world: World;
    beforeAll(async () => {
      world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    });
    afterAll(() => world.close());
    const stored = async (key: string): Promise<string> => String((await world.host.kv()).get(key));

    it('what a person chose: they read a sentence, start with the defaults, and it stays', async () => {
      const key = `preferences_${ANA}`;
      await world.host.seed({kv: {[key]: DAMAGED}});
      expect((await world.type('/zoom settings')).text).toContain(SENTENCE);
      expect((await world.type('/zoom start')).text).toContain('Your meeting is in the channel');
      expect(await stored(key)).toBe(DAMAGED);
    });

    it('the token of a team: Mattermost tells it, so that the command works, and it stays', async () => {
      const [key = ''] = [...(await world.host.kv()).keys()].filter((name) => name.startsWith('command_'));
      await world.host.deactivate();
      await world.host.seed({kv: {[key]: DAMAGED}});
      await world.host.activate();
      expect((await world.type('/zoom help')).text).toContain('/zoom start');
      expect(await stored(key)).toBe(DAMAGED);
    }, 60_000);

    it('the secrets that were made: the service does not run, says why in its log, and they stay', async () => {
      const intact = await stored('generated_settings');
      await world.host.deactivate();
      await world.host.seed({kv: {generated_settings: DAMAGED}});
      const starting = world.host.activate();
      starting.catch(() => undefined);
      const isTold = async (): Promise<boolean> =>
        (await world.host.logs()).some(({fields}) => fields['row'] === 'generated_settings');
      while (!(await isTold())) await new Promise((resolve) => setImmediate(resolve));
      expect(await stored('generated_settings')).toBe(DAMAGED);
      // It tries again by itself.
      await world.host.seed({kv: {generated_settings: intact}});
      await starting;
      expect((await world.type('/zoom help')).text).toContain('/zoom start');
    }, 60_000);
  },
  {lacks: ['sessions']},
);
