import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {connect, createConsentWorld, emailOf} from '../support/connect-as.js';
import {onEachHost} from '../support/on-each-host.js';
import {ADMIN, type World} from '../support/world.js';

onEachHost('The doctor of a set-up in which everybody connects', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createConsentWorld('user', {start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  const doctor = async (): Promise<string> => (await world.type('/zoom doctor', {userId: ADMIN})).text;

  it('proves the app before anybody has connected, and the connection of the one who asks afterwards', async () => {
    const before = await doctor();
    expect(before).toContain('Zoom let this server sign in.');
    expect(before).toContain('Zoom tells which scopes the app has only when somebody connects.');
    expect(before).toContain('You have not connected your Zoom account yet.');
    const email = emailOf(world, 'ana');
    await connect(world, ADMIN, email);
    const after = await doctor();
    expect(after).toContain('All of them are granted.');
    expect(after).toContain(`You are connected as \`${email}\`, and you can start meetings.`);
  });
});
