import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {CAPABILITIES} from '../../../../server/core/domain/capabilities.js';
import {streamDigest} from '../../../../server/core/domain/stream-pass.js';
import {chatUnavailable} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {
  bodyOf,
  codeOf,
  createJoinPageUnderTest,
  GUESS,
  type JoinPageUnderTest,
  openToGuests,
  TOKEN,
} from '../../../support/join-page-under-test.js';
import {setUpJoinPage} from '../../../support/join-page-settings.js';
import {ana, ben} from '../../../support/people.js';

let world: FakeWorld;
let page: JoinPageUnderTest;
const serve = async (...given: Parameters<typeof createJoinPageUnderTest>): Promise<void> => {
  await page.close();
  page = await createJoinPageUnderTest(...given);
};
beforeEach(async () => {
  world = createFakeWorld();
  page = await createJoinPageUnderTest(world);
});
afterEach(() => page.close());

describe('a pass that is no good', () => {
  const leave = (): void => void world.chat.users.set(ana.id, {...ana, isDeactivated: true});
  const REFUSED: readonly [string, string, () => unknown, string][] = [
    ['guessed', GUESS, () => undefined, '404 pass_unknown'],
    ['expired', TOKEN, () => world.clock.advance(25 * 60 * 60_000), '410 pass_expired'],
    ['revoked', TOKEN, () => page.streamPasses.revoke(ana.id, 'p1'), '410 pass_revoked'],
    ['made by somebody who is gone', TOKEN, leave, '410 pass_revoked'],
  ];
  it.each(REFUSED)('A-44 opens nothing where it is %s', async (_how, token, happen, refused) => {
    await happen();
    const answers = [
      await page.get({token}),
      await page.enter(undefined, {token}),
      await page.getLink({token}),
    ];
    expect(answers.map(codeOf)).toEqual([refused, refused, refused]);
    expect(answers.map(({text}) => text).join()).not.toMatch(/canary|855|Weekly|Quarterly/);
    expect(world.zoom.calls).toEqual([]);
  });

  it('shows the same page as a good one: what it is worth, the page asks', async () => {
    const [good, bad] = [await page.shell(), await page.shell({token: GUESS})];
    expect([good.status, good.text]).toEqual([bad.status, bad.text]);
    expect(good.status).toBe(200);
    expect(world.keyValue.calls.filter((call) => call.includes(GUESS))).toEqual([]);
  });

  it('A-44 leads to Mattermost’s login where members alone may come', async () => {
    await serve(world, setUpJoinPage);
    const refused = await page.get();
    expect([codeOf(refused), bodyOf(refused)['sign_in_url']]).toEqual([
      '401 sign_in_first',
      `https://chat.example.org/plugins/zoom/join-in-browser?pass=${TOKEN}`,
    ]);
    expect(codeOf(await page.enter())).toBe('401 sign_in_first');
    const token = page.ticketFor({userId: ben.id, streamDigest: streamDigest(TOKEN)});
    expect((await page.get({token})).body).toMatchObject({state: 'live', name: 'Ben'});
  });

  it('A-44 says where to go where nobody can sign in', async () => {
    await serve(world, setUpJoinPage, CAPABILITIES.service);
    const refused = await page.get();
    expect(codeOf(refused)).toBe('401 sign_in_first');
    expect(refused.body).not.toHaveProperty('sign_in_url');
    expect(bodyOf(refused)['message']).toContain('`/zoom join`');
  });

  it('A-44 is told to be none twenty times a minute to one address, where good ones go on letting in', async () => {
    const token = GUESS;
    for (let nth = 0; nth < 20; nth += 1) expect(codeOf(await page.get({token}))).toBe('404 pass_unknown');
    const refused = await page.get({token});
    expect([codeOf(refused), refused.headers['retry-after']]).toEqual(['429 rate_limited', '60']);
    expect(codeOf(await page.enter(undefined, {token}))).toBe('429 rate_limited');
    expect([(await page.get()).status, (await page.enter()).status]).toEqual([200, 200]);
    expect(codeOf(await page.get({token, from: '198.51.100.7'}))).toBe('404 pass_unknown');
    world.clock.advance(60_000);
    expect(codeOf(await page.get({token}))).toBe('404 pass_unknown');
  });

  it('A-44 uses up none of the entries of those who share its address', async () => {
    for (let nth = 0; nth < 120; nth += 1) await page.enter(undefined, {token: GUESS});
    expect((await page.enter()).status).toBe(200);
  });
});

describe('what strangers cost while something is out of order', () => {
  it('R-06 is a line a minute in the log for each trouble, however often they ask', async () => {
    const troubles = () => world.logger.lines.filter(({level}) => level === 'error').length;
    world.keyValue.fail();
    for (let nth = 0; nth < 30; nth += 1) {
      expect(codeOf(await page.get({token: GUESS}))).toBe('503 store_unavailable');
    }
    expect(troubles()).toBe(1);
    world.clock.advance(60_000);
    await page.get();
    expect(troubles()).toBe(2);
    world.keyValue.mend();
    world.chat.faults.set('user', () => chatUnavailable('down'));
    expect(codeOf(await page.get())).toBe('503 chat_unavailable');
    expect(troubles()).toBe(3);
  });
});

describe('the host of the page', () => {
  it('A-46 is the only one with the page, and has nothing else of ours', async () => {
    for (const host of ['chat.example.org', 'evil.example']) {
      const answers = [await page.shell({host}), await page.get({host}), await page.enter(undefined, {host})];
      expect(answers.map(({status}) => status)).toEqual([404, 404, 404]);
    }
    for (const path of ['/api/v1/client', '/api/v1/docs', '/oauth2/connect', '/host', '/webhook']) {
      const {status} = await page.other(path);
      expect([path, status]).toEqual([path, 404]);
    }
    expect(world.zoom.calls).toEqual([]);
  });

  it('A-46 is none on the host of the Site URL, whatever the setting says', async () => {
    await serve(world, {...openToGuests, JoinPageURL: 'https://chat.example.org'});
    expect((await page.get({host: 'chat.example.org'})).status).toBe(404);
    await serve(world, {...openToGuests, JoinPageURL: ''});
    expect((await page.get()).status).toBe(404);
  });

  it('A-46 lets scripts of no other origin read what it answers', async () => {
    await serve(world, openToGuests, CAPABILITIES.service);
    for (const origin of ['https://chat.example.org', 'https://evil.example']) {
      const {headers} = await page.get().set('Origin', origin);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});
