import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {
  answerInZoom,
  beginConnect,
  comeBack,
  confirmation,
  createConsentWorld,
  emailOf,
  ticketFor,
} from '../support/connect-as.js';
import {onEachHost} from '../support/on-each-host.js';
import type {World} from '../support/world.js';

onEachHost(
  'Connecting where no session says who opens a link',
  ({start, pluginDir}) => {
    let world: World;
    let email: string;
    beforeAll(async () => {
      world = await createConsentWorld('user', {
        start,
        pluginDir: pluginDir(),
        subscribe: false,
      });
    });
    afterAll(() => world.close());
    beforeEach(async () => {
      world = await world.anew();
      email = emailOf(world, 'ana');
    });
    const exchanges = (): number => world.zoom.requests.filter(({route}) => route === 'token').length;
    const rows = async (): Promise<string[]> =>
      [...(await world.host.kv()).keys()].filter((key) =>
        /^(oauth_state|connect_code|grant|zoom_user)_/.test(key),
      );

    it('O-20 shows whose Mattermost account the link is for, and does nothing before a press', async () => {
      const ticket = await ticketFor(world, world.ana);
      const before = await rows();
      const page = await world.browser().get(ticket);
      expect(page.text).toMatch(/Connect Zoom for @ana\d+.*If it is not yours, close this page/s);
      expect(page.text).toContain('<form method="post"><button type="submit">Go to Zoom</button></form>');
      expect(page.headers.getSetCookie()).toEqual([]);
      expect(await rows()).toEqual(before);
    });

    it('O-20 shows the same to whom another site sends there with a press of its own', async () => {
      const ticket = await ticketFor(world, world.ana);
      const before = await rows();
      const page = await world.browser().post(ticket, {}, {isCrossSite: true});
      expect([page.status, page.location]).toEqual([200, undefined]);
      expect(page.text).toContain('If it is not yours, close this page');
      expect(page.headers.getSetCookie()).toEqual([]);
      expect(await rows()).toEqual(before);
    });

    it('O-21 refuses a ticket that was changed, is for nothing or is missing', async () => {
      const ticket = new URL(await ticketFor(world, world.ana));
      const given = ticket.searchParams.get('ticket') ?? '';
      const [text = '', ...signature] = given.split('.');
      const other = Buffer.from(JSON.stringify([world.ben, Date.now() + 60_000])).toString('base64url');
      const forged = ['', 'x', text, `${text}.`, `${other}.${signature.join('.')}`, `${given}x`];
      for (const value of forged) {
        const path = `/plugins/zoom/oauth2/connect?ticket=${encodeURIComponent(value)}`;
        expect((await world.browser().get(path)).status).toBe(400);
        expect((await world.browser().post(path, {})).status).toBe(400);
      }
      expect((await world.browser().get('/plugins/zoom/oauth2/connect')).status).toBe(400);
    });

    it('O-22 connects nobody until the person types what their own browser shows, once', async () => {
      const journey = await beginConnect(world, world.ana);
      const line = confirmation(await comeBack(journey.browser, await answerInZoom(journey, email))) ?? '';
      expect(line).toMatch(/^\/zoom connect [A-Z0-9]{4}-[A-Z0-9]{4}$/);
      expect([exchanges(), await rows()]).toEqual([0, expect.arrayContaining([`connect_code_${world.ana}`])]);
      const says = async (typed: string, userId: string): Promise<string> =>
        (await world.type(typed, {userId})).text;
      expect(await says('/zoom connect ABCD-EFGH', world.ana)).toContain('This code confirms nothing');
      expect(await says(line, world.ben)).toContain('This code confirms nothing');
      expect(exchanges()).toBe(0);
      expect(await says(line.toLowerCase().replace('-', ''), world.ana)).toContain(`as ${email}`);
      expect(await says(line, world.ana)).toContain('This code confirms nothing');
      expect(exchanges()).toBe(1);
    });

    it('O-22 keeps a victim who followed somebody else’s link from being theirs', async () => {
      const ticket = await ticketFor(world, world.ana);
      const victim = world.browser();
      const begun = await victim.post(ticket, {});
      const back = await answerInZoom({zoom: begun.location ?? ''}, emailOf(world, 'ben'));
      const line = confirmation(await comeBack(victim, back)) ?? '';
      // The victim, who alone sees the code, types it as themselves.
      expect((await world.type(line, {userId: world.ben})).text).toContain('This code confirms nothing');
      const kept = [`grant_${world.ana}`, `grant_${world.ben}`];
      expect((await rows()).filter((key) => kept.includes(key))).toEqual([]);
      expect(exchanges()).toBe(0);
    });

    it('O-23 lets nobody guess a code for long', async () => {
      const answers: string[] = [];
      for (let guess = 0; guess < 12; guess += 1) {
        answers.push((await world.type(`/zoom connect ABCDEFG${'23456789ABCD'[guess]}`)).text);
      }
      expect(answers.at(-1)).toContain('You have tried to connect many times in a short time');
    });

    it('holds the cookie of the attempt to this place, and out of reach of scripts', async () => {
      const page = await world.browser().post(await ticketFor(world, world.ana), {});
      expect(page.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^zoom_connect=[\w-]{43}; Max-Age=300; Path=\/plugins\/zoom\/oauth2; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
        ),
      ]);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    });
  },
  {lacks: ['sessions']},
);
