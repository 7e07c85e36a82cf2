import {beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {compose} from '../../../server/compose.js';
import {CAPABILITIES, type Capabilities} from '../../../server/core/domain/capabilities.js';
import type {Application, TakeUpOutcome} from '../../../server/core/ports/application.js';
import type {ChatPost} from '../../../server/core/ports/chat.js';
import {createFakeHost} from '../../support/fake-host.js';
import {createFakeWorld, type FakeWorld} from '../../support/fake-world.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {createMemoryKeyValue, type MemoryKeyValue} from '../../support/memory-key-value.js';
import {passTimeUntil} from '../../support/pass-time-until.js';
import {ana, ben} from '../../support/people.js';
import {PLANNED_NUMBER, planInZoom, shownMeeting} from '../../support/plan-in-zoom.js';
import {channelId} from '../../support/sample-card.js';
import {runsOf} from '../../support/thorough.js';

const MINUTE = 60_000;
let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});

const SETTINGS = {AccountID: 'acc-1', OAuthClientID: 'id', OAuthClientSecret: 'secret', EncryptionKey: 'key'};

interface Circumstances {
  settings?: Record<string, unknown>;
  capabilities?: Capabilities;
}

const startProduct = (
  keyValue: MemoryKeyValue,
  {settings = {}, capabilities = CAPABILITIES.service}: Circumstances = {},
): Application =>
  compose(
    createFakeHost(
      {...world, keyValue},
      {capabilities, loadSettings: async () => ({...SETTINGS, ...settings})},
    ),
    {connectZoom: () => world.zoom},
  );

const type = (application: Application, userId = ana.id, text = '/zoom start Weekly planning') =>
  application.runCommand({
    userId,
    channelId,
    rootId: '',
    text,
    drawsCards: false,
    mayPostHere: false,
  });

const posts = (): readonly ChatPost[] => [...world.chat.posts.values()];
const onlyPost = (): ChatPost => {
  const [post, ...others] = posts();
  if (post === undefined || others.length > 0) throw new Error('Expected one post');
  return post;
};
const ours = ({props}: ChatPost) => props['zoom_card'] as Record<string, unknown>;

/** A meeting of Ana's waits for her; what is stored then is lost: the back-up is older. */
const loseStart = async (text?: string): Promise<MemoryKeyValue> => {
  const application = startProduct(world.keyValue);
  await application.start();
  await type(application, ana.id, text);
  await passTimeUntil(world.clock, application.stop(1_000));
  return createMemoryKeyValue(world.clock);
};
const takeUp = async (
  restored: MemoryKeyValue,
  options: Circumstances & {of?: readonly ChatPost[]; isTrial?: boolean} = {},
): Promise<readonly TakeUpOutcome[]> => {
  const {of = posts(), isTrial = false} = options;
  const taken = await startProduct(restored, options).takeUpCards(of, {isTrial});
  return taken.map(({outcome}) => outcome);
};
/** Everything that speaks of cards. */
const storedOf = (restored: MemoryKeyValue): readonly string[] =>
  Object.keys(restored.rows()).filter((key) => /^(meeting|intents|jobs)_/.test(key));

describe('After the restore of an older store, a card', () => {
  it('is taken up again from its post, and Zoom is asked what has become of its meeting', async () => {
    const restored = await loseStart();
    const [meeting] = world.zoom.meetings;
    const uuid = meeting?.uuid ?? '';
    expect(await takeUp(restored)).toEqual(['taken-up']);
    // It was over before the store was back.
    world.zoom.states.clear();
    const startedAt = world.clock.now();
    world.zoom.past.set(uuid, {uuid, hostId: 'zoom-ana', startedAt, endedAt: startedAt + 31 * MINUTE});
    const application = startProduct(restored);
    await application.start();
    const ended = async (): Promise<void> => {
      while (ours(onlyPost())['state'] !== 'ended') await new Promise((resolve) => setImmediate(resolve));
    };
    await passTimeUntil(world.clock, ended());
    expect(onlyPost().message).toContain('has ended after 31 minutes');
  });

  it('is found by whoever wants to start another meeting there', async () => {
    const restored = await loseStart();
    await takeUp(restored);
    const application = startProduct(restored);
    await application.start();
    expect(JSON.stringify(await type(application, ben.id))).toContain('Weekly planning');
    expect(world.zoom.meetings).toHaveLength(1);
  });

  it('of what was planned in Zoom waits for its time again, and hears of changes', async () => {
    planInZoom(world.zoom, {meetings: [shownMeeting()]});
    const restored = await loseStart(`/zoom share ${PLANNED_NUMBER}`);
    expect(await takeUp(restored)).toEqual(['taken-up']);
    planInZoom(world.zoom, {meetings: [shownMeeting({topic: 'Yearly review'})]});
    await startProduct(restored).start();
    const changed = async (): Promise<void> => {
      while (!onlyPost().message.includes('Yearly')) await new Promise((resolve) => setImmediate(resolve));
    };
    await passTimeUntil(world.clock, changed());
    expect(onlyPost().message).toContain('announced “Yearly review” for Nov 24, 14:00 UTC');
  });

  it('is taken up once, and changed by no second try and by no trial', async () => {
    const restored = await loseStart();
    expect(await takeUp(restored, {isTrial: true})).toEqual(['taken-up']);
    expect(storedOf(restored)).toEqual([]);
    expect(await takeUp(restored)).toEqual(['taken-up']);
    const rows = restored.rows();
    expect(await takeUp(restored)).toEqual(['on-record']);
    expect(restored.rows()).toEqual(rows);
  });

  it('is left to the start that has posted it and is not finished', async () => {
    const restored = await loseStart();
    const intent = JSON.parse(
      Object.entries(world.keyValue.rows()).find(([key]) => key.startsWith('intents_'))?.[1] ?? '[]',
    ) as object[];
    await restored.put('intents_0', JSON.stringify(intent));
    expect(await takeUp(restored)).toEqual(['under-way']);
  });

  it('is not taken for lost where it is on record, even if its post is not signed', async () => {
    await loseStart();
    const {signed: _, ...unsigned} = ours(onlyPost());
    const of = [{...onlyPost(), props: {...onlyPost().props, zoom_card: unsigned}}];
    expect(await takeUp(world.keyValue, {of})).toEqual(['on-record']);
  });

  it('is left alone where what is stored of its meeting cannot be read', async () => {
    const restored = await loseStart();
    const key = `meeting_${world.zoom.meetings[0]?.number}`;
    for (const damaged of ['no JSON', '[{"v":99}]']) {
      await restored.put(key, damaged);
      expect(await takeUp(restored)).toEqual(['unreadable']);
      expect(restored.rows()[key]).toBe(damaged);
    }
  });

  it('is left alone where its post says that it is over', async () => {
    const restored = await loseStart();
    const application = startProduct(world.keyValue);
    await application.start();
    world.zoom.states.clear();
    const over = async (): Promise<void> => {
      while (ours(onlyPost())['state'] !== 'unknown') await new Promise((resolve) => setImmediate(resolve));
    };
    await passTimeUntil(world.clock, over());
    expect(await takeUp(restored)).toEqual(['over']);
    expect(storedOf(restored)).toEqual([]);
  });
});

describe('A-03 A post is taken for a card', () => {
  const changed = (change: (post: ChatPost) => Partial<ChatPost>): readonly ChatPost[] =>
    posts().map((post) => ({...post, ...change(post)}));
  const copy = (post: ChatPost): ChatPost => ({...post, id: mattermostId('copy')});

  it('only with a signature', async () => {
    const restored = await loseStart();
    const {signed: _, ...unsigned} = ours(onlyPost());
    const of = changed(({props}) => ({props: {...props, zoom_card: unsigned}}));
    expect(await takeUp(restored, {of})).toEqual(['unsigned']);
    expect(storedOf(restored)).toEqual([]);
  });

  it('only by the key with which it was signed', async () => {
    const restored = await loseStart();
    expect(await takeUp(restored, {settings: {EncryptionKey: 'another'}})).toEqual(['not-genuine']);
    expect(await takeUp(restored)).toEqual(['taken-up']);
  });

  it.each([
    ['another channel', () => ({channelId: mattermostId('private')})],
    ['another thread', () => ({rootId: mattermostId('root')})],
  ])('never in %s than the one that it was written for', async (_where, change) => {
    const restored = await loseStart();
    expect(await takeUp(restored, {of: changed(change)})).toEqual(['not-genuine']);
    expect(storedOf(restored)).toEqual([]);
  });

  it('never where two posts claim to be it, and its signature names neither', async () => {
    const restored = await loseStart();
    const of = [onlyPost(), copy(onlyPost())];
    expect(await takeUp(restored, {of})).toEqual(['ambiguous', 'ambiguous']);
    expect(storedOf(restored)).toEqual([]);
  });

  it('beside its copies, once its signature names it', async () => {
    const restored = await loseStart();
    const first = copy(onlyPost());
    const application = startProduct(world.keyValue);
    await application.start();
    const [meeting] = world.zoom.meetings;
    world.zoom.states.set(meeting?.number ?? '', {
      uuid: meeting?.uuid ?? '',
      hostId: 'zoom-ana',
      status: 'started',
    });
    const live = async (): Promise<void> => {
      while (ours(onlyPost())['state'] !== 'live') await new Promise((resolve) => setImmediate(resolve));
    };
    await passTimeUntil(world.clock, live());
    expect(await takeUp(restored, {of: [copy(onlyPost()), first, onlyPost()]})).toEqual([
      'not-genuine',
      'ambiguous',
      'taken-up',
    ]);
  });

  it('never when any field of it has changed', async () => {
    const restored = await loseStart();
    const {props} = onlyPost();
    const zoomCard = ours(onlyPost());
    const outside = [
      'meeting_id',
      'meeting_uuid',
      'meeting_link',
      'meeting_topic',
      'meeting_creator_username',
    ];
    const inside = ['id', 'state', 'host_user_id', 'host_name', 'default_topic', 'started_at', 'passcode'];
    const fields = [...outside, ...inside.map((name) => `zoom_card.${name}`), 'opened_at', 'signature'];
    const whatever = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constantFrom('waiting', 'live', 'ended', 'unknown', true, undefined, null),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), whatever, async (field, value) => {
        const [name = '', own = ''] = field.split('.');
        const signed = {
          ...(zoomCard['signed'] as object),
          ...(outside.includes(name) ? {} : {[name]: value}),
        };
        const next = outside.includes(name)
          ? {...props, [name]: value}
          : {...props, zoom_card: own === '' ? {...zoomCard, signed} : {...zoomCard, [own]: value}};
        fc.pre(JSON.stringify(next) !== JSON.stringify(props));
        const [outcome = 'unsigned'] = await takeUp(restored, {of: changed(() => ({props: next}))});
        expect(['unsigned', 'not-genuine']).toContain(outcome);
        expect(storedOf(restored)).toEqual([]);
      }),
      {numRuns: runsOf(300)},
    );
  });
});

describe('The posts of a plugin', () => {
  it('carry no signature: its rows lie beside them, and a restore brings both back', async () => {
    const application = startProduct(world.keyValue, {capabilities: CAPABILITIES.plugin});
    await application.start();
    await type(application);
    expect(ours(onlyPost())).not.toHaveProperty('signed');
  });
});
