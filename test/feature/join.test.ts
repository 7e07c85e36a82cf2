import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onEachHost} from '../support/on-each-host.js';
import {buttonsOf, pressAndRead} from '../support/press-button.js';
import {readAsAsker} from '../support/read-as-asker.js';
import {createWorld, type World} from '../support/world.js';

onEachHost('Joining by number', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });
  const started = async (): Promise<SimulatedMeeting> => {
    await world.type('/zoom start Weekly planning');
    const meeting = world.zoom.meetings.at(-1);
    if (meeting === undefined) throw new Error('There is no meeting');
    return meeting;
  };
  const begin = async ({number}: SimulatedMeeting): Promise<void> => {
    world.zoom.startMeeting(number);
    await world.zoom.webhooksSettled();
  };
  const asBen = () => ({userId: world.ben});

  it('says that the host is not there yet, and leads in once they are', async () => {
    const {number} = await started();
    const waiting = await readAsAsker(world, `/zoom join ${number}`, asBen());
    expect(waiting.text).toMatch(/^“Weekly planning” has not begun: its host, Ana Silva, is not there yet\./);
    await begin({number} as SimulatedMeeting);
    const runs = /^“Weekly planning” is on: \[Join\]\(http\S+\)$/;
    if (capabilities.privatePosts) {
      expect((await pressAndRead(world, waiting, 'joinAgain', asBen())).text).toMatch(runs);
    }
    const reply = await readAsAsker(world, `/zoom join ${number}`, asBen());
    expect(reply.text).toMatch(runs);
    // Nothing opens where it is only claimed who has typed.
    expect(reply.gotoLocation).toEqual(capabilities.sessions ? expect.stringContaining(`/j/${number}`) : '');
  });

  it('takes the one that is open here, where none is named', async () => {
    expect((await world.type('/zoom join')).text).toContain('No meeting is open here');
    await begin(await started());
    expect((await readAsAsker(world, '/zoom join', asBen())).text).toContain('is on: [Join]');
  });

  it('says that it is over, and offers its host a fresh one', async () => {
    const meeting = await started();
    await begin(meeting);
    await world.type('/zoom end');
    expect((await readAsAsker(world, `/zoom join ${meeting.number}`, asBen())).text).toBe(
      '“Weekly planning” is over, and its link no longer works. Ask Ana Silva for a fresh one.',
    );
    const reply = await readAsAsker(world, `/zoom join ${meeting.number}`);
    expect(buttonsOf(reply).map(({id}) => id)).toEqual(['startAnother']);
  });

  it('is for the host a way to begin', async () => {
    const meeting = world.zoom.addMeeting({
      hostId: world.zoom.users.at(-2)?.id ?? '',
      type: 2,
      topic: 'Board',
      startTime: Date.now() + 3_600_000,
    });
    const reply = await readAsAsker(world, `/zoom join ${meeting.number}`);
    expect(reply.text).toMatch(/^“Board” has not begun; it is planned for .+ UTC\. You host it/);
    expect(buttonsOf(reply).map(({name}) => name)).toEqual(['Start as host']);
  });

  it('A-01 gives whoever has only a number no more than that: no topic, no passcode', async () => {
    const place = await world.newcomer();
    const {number, topic, encryptedPassword} = await started();
    await begin({number} as SimulatedMeeting);
    const {text, gotoLocation} = await world.type(`/zoom join ${number}`, place);
    expect(text).toContain(`[Join](${world.zoom.url}/j/${number})`);
    for (const secret of [topic, encryptedPassword]) expect(`${text} ${gotoLocation}`).not.toContain(secret);
  });

  it('says that Zoom knows no such number, and takes links as they are', async () => {
    expect((await world.type('/zoom join 855 9999 9999')).text).toContain('knows no meeting 85599999999');
    const link = `${world.zoom.url}/j/85599999999?pwd=mine`;
    expect((await world.type(`/zoom join ${link}`)).text).toContain(`[Join](${link})`);
    expect((await world.type(`/zoom join ${world.zoom.url}/my/ana`)).text).toContain('personal room');
    expect((await world.type('/zoom join https://evil.example/j/85599999999')).text).toContain('neither');
  });
});
