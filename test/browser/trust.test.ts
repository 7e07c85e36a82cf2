import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {openSandboxInBrowser, type SandboxInBrowser} from '../support/sandbox-in-browser.js';

let on: SandboxInBrowser;
beforeAll(async () => {
  on = await openSandboxInBrowser();
}, 60_000);
afterEach(() => on.tidyUp());
afterAll(() => on.close());

const idOf = (username: string): string => {
  const {users} = on.sandbox.mattermost.state;
  return [...users.values()].find((user) => user.username === username)?.id ?? '';
};
const townSquare = (): string =>
  [...on.sandbox.mattermost.state.channels.values()].find(({name}) => name === 'town-square')?.id ?? '';
const posted = async (author: string, message: string, props: Record<string, unknown>): Promise<Page> => {
  on.sandbox.mattermost.seed({
    posts: [{channel_id: townSquare(), user_id: idOf(author), type: 'custom_zoom', message, props}],
  });
  return on.windowOf('ben');
};
const forged = (link: unknown) => ({
  meeting_id: 85512345678,
  meeting_link: link,
  meeting_status: 'STARTED',
  meeting_topic: 'Payroll',
  meeting_provider: 'Zoom',
  from_bot: 'true',
  from_plugin: 'true',
  zoom_card: {version: 1, id: '0', state: 'live', host_user_id: '', host_name: 'The boss'},
});

describe('a post that says it is a card', () => {
  it('of a person is plain text, with a link only to a host of Zoom’s', async () => {
    const page = await posted('gil', 'Join now', forged('https://zoom.us/j/85512345678'));
    const post = page.locator('.post', {hasText: 'Join now'});
    await post.waitFor();
    expect(await post.getByRole('group').count()).toBe(0);
    expect(await post.getByRole('link').getAttribute('href')).toBe('https://zoom.us/j/85512345678');
  });

  it.each([
    'javascript:alert(1)',
    'https://zoom.us@evil.example/j/1',
    'https://zoom.us.evil.example/j/1',
    'http://zoom.us/j/1',
    {},
  ])('with the address %j has no link at all', async (address) => {
    const page = await posted('gil', `Look ${JSON.stringify(address)}`, forged(address));
    const post = page.locator('.post').last();
    await post.getByText('Look').waitFor();
    expect(await post.getByRole('link').count()).toBe(0);
  });

  it.each([
    ['a topic that is an object', {meeting_topic: {a: 1}}],
    ['a list for a number', {meeting_id: [1]}],
    ['times that are no numbers', {zoom_card: {state: 'ended', ended_at: Number.NaN, started_at: 'x'}}],
    ['100 KB of topic', {meeting_topic: 'x'.repeat(100_000)}],
    ['nothing in it', undefined],
  ])('U-02 with %s harms nothing', async (what, changes) => {
    const props = changes === undefined ? {} : {...forged('https://zoom.us/j/1'), ...changes};
    const page = await posted('zoom', `The text of ${what}`, props);
    await page.locator('.post').last().waitFor();
    await page.getByLabel('Write to the channel').fill('still alive');
  });
});
