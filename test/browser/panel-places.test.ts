import {describe, expect, it} from '@jest/globals';
import {COFFEE, imports, importScene, listed, MEETINGS_LIST, openPanel, PLANNING} from './sample-import.js';
import {ANA, BEN, BOT, CHANNEL, THREAD} from './sample-scene.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

describe('The way to the panel', () => {
  it('is `/zoom import` alone; every other command goes to the server', async () => {
    const {page} = await openPanel(open);
    const typed = (message: string) => page.evaluate((text) => window.testPage.command(text), message);
    expect(await typed(' /zoom  import ')).toEqual({});
    for (const message of ['/zoom import 85512345678', '/zoom start import', '/zoom', 'import'])
      expect(await typed(message)).toMatchObject({message});
  });

  it('leads into the thread in which it was typed, or into the channel instead', async () => {
    const opened = await openPanel(open);
    const {page, panel} = opened;
    await page.evaluate((root_id) => window.testPage.command('/zoom import', {root_id}), THREAD);
    await panel.getByText('The cards go into the thread from which you came.').waitFor();
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByRole('button', {name: 'Post 1 card in the thread'}).click();
    await panel.getByRole('button', {name: 'Go to the card'}).waitFor();
    expect(imports(opened)[0]).toMatchObject({channel_id: CHANNEL, root_id: THREAD});
    await panel.getByRole('button', {name: 'Post in the channel instead'}).click();
    await panel.getByText('Choose what you want to post in ~Town Square.').waitFor();
  });

  it('from a thread’s own message box leads into that thread', async () => {
    const root = {id: THREAD, user_id: ANA, channel_id: CHANNEL, message: 'x', create_at: 1};
    const scene = importScene({posts: [root]});
    const state = {...scene.state, views: {...scene.state.views, rhs: {selectedPostId: THREAD}}};
    const {page} = await open({scene: {...scene, state}, replies: {[MEETINGS_LIST]: listed([PLANNING])}});
    await page.locator('[data-place=thread-box]').click();
    await page.getByText('The cards go into the thread from which you came.').waitFor();
  });

  it('goes along with the channel that is open, and says which it is', async () => {
    const {page, panel} = await openPanel(open);
    await panel.getByText('Choose what you want to post in ~Town Square.').waitFor();
    const {state} = importScene();
    const channels = {...state.entities.channels, currentChannelId: 'e'.repeat(26)};
    const moved = {...state, entities: {...state.entities, channels}};
    await page.evaluate((given) => window.testPage.change({state: given}), moved);
    await panel.getByText('Choose what you want to post in ~Sales.').waitFor();
  });

  it('is told where no channel is open; there the command goes to the server', async () => {
    const scene = importScene();
    const channels = {...scene.state.entities.channels, currentChannelId: ''};
    const state = {...scene.state, entities: {...scene.state.entities, channels}};
    const {page} = await open({scene: {...scene, state}});
    await page.locator('[data-place=message-box]').click();
    await page.getByText('Open the channel first in which you want to post it').waitFor();
    const sent = await page.evaluate(() => window.testPage.command('/zoom import'));
    expect(sent).toMatchObject({message: '/zoom import'});
    expect(await page.locator('.zoom-panel').count()).toBe(0);
  });

  it('is not there where the page has no room for it, nor in the bot’s own channel', async () => {
    const {page} = await open({scene: {...importScene(), without: ['registerRightHandSidebarComponent']}});
    await page.locator('[data-place=channel-menu]').waitFor();
    expect(await page.locator('[data-place=message-box]').count()).toBe(0);
    expect(await page.evaluate(() => window.testPage.command('/zoom import'))).toMatchObject({
      message: '/zoom import',
    });
    const scene = importScene();
    const direct = {id: CHANNEL, type: 'D', name: `${BEN}__${BOT}`};
    const channels = {...scene.state.entities.channels, channels: {[CHANNEL]: direct}};
    const state = {...scene.state, entities: {...scene.state.entities, channels}};
    const {page: bots} = await open({scene: {...scene, state}});
    await bots.waitForFunction(
      () => (window.testPage.registered['registerRightHandSidebarComponent'] ?? []).length > 0,
    );
    expect(await bots.locator('[data-place=message-box]').count()).toBe(0);
  });

  it('is gone with the script, and what it showed with it', async () => {
    const {page, panel} = await openPanel(open);
    await panel.getByRole('checkbox').first().waitFor();
    await page.evaluate(() => window.testPage.uninitialize());
    expect(await page.locator('#sidebar-right').count()).toBe(0);
  });
});

describe('With the keyboard alone', () => {
  it('a meeting is found, chosen, named and posted, in the order in which it is read', async () => {
    const opened = await openPanel(open);
    const {page, panel} = opened;
    await panel.getByRole('checkbox', {name: COFFEE.topic}).waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent || document.activeElement?.tagName);
    await page.keyboard.type('coffee');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Refresh');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Title, description, picture');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Coffee with all');
    for (const expected of ['TEXTAREA', 'Choose a picture', 'Post 1 card in ~Town Square']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(expected);
    }
    await page.keyboard.press('Enter');
    await panel.getByRole('status').filter({hasText: 'One card was posted.'}).waitFor({state: 'attached'});
    expect(imports(opened)).toMatchObject([{number: COFFEE.number, title: 'Coffee with all'}]);
    // The button that had the focus is gone; what it came to is where it was.
    expect(await focused()).toMatch(/^One card was posted\./);
  });
});
