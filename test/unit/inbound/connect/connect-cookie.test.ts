import type {Server} from 'node:http';
import {afterEach, describe, expect, it} from '@jest/globals';
import express from 'express';
import request from 'supertest';
import {giveNonce, nonceFor, readNonce} from '../../../../server/inbound/connect/connect-cookie.js';
import {createCountingRandom} from '../../../support/counting-random.js';
import {closeServer, listen} from '../../../support/listen.js';

const NONCE = 'n'.repeat(43);

let server: Server;
afterEach(() => closeServer(server));

/** Gives a nonce below this address, and says which one came. */
async function serve(publicUrl: string): Promise<void> {
  const app = express();
  const random = createCountingRandom();
  app.get('/', (incoming, response) => {
    giveNonce(response, nonceFor(incoming, random), publicUrl);
    response.send(readNonce(incoming) ?? 'none');
  });
  server = await listen(app);
}

const attributesOf = async (publicUrl: string): Promise<string> => {
  await serve(publicUrl);
  const {headers} = await request(server).get('/');
  return String(headers['set-cookie']).replace(/Expires=[^;]*/, 'Expires');
};

describe('the cookie of an attempt to connect', () => {
  it('goes back from Zoom, to this place alone, encrypted, out of reach of scripts, for five minutes', async () => {
    expect(await attributesOf('https://chat.example.org')).toMatch(
      /^zoom_connect=[\w-]{43}; Max-Age=300; Path=\/plugins\/zoom\/oauth2; Expires; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('stays below the path of a Mattermost that has one', async () => {
    expect(await attributesOf('https://example.org/chat/')).toContain('; Path=/chat/plugins/zoom/oauth2;');
  });

  it('is not held back where nothing is encrypted', async () => {
    expect(await attributesOf('http://127.0.0.1:8065')).not.toContain('Secure');
  });

  it.each([
    ['its own', `zoom_connect=${NONCE}`, NONCE],
    ['its own among others', `a=b; zoom_connect=${NONCE}; c=d`, NONCE],
    ['a shorter one', `zoom_connect=${NONCE.slice(1)}`, 'none'],
    ['another alphabet', `zoom_connect=${NONCE.slice(1)}=`, 'none'],
    ['another name', `azoom_connect=${NONCE}`, 'none'],
    ['nothing', '', 'none'],
  ])('is read from %s', async (_what, cookie, nonce) => {
    await serve('https://chat.example.org');
    const {text} = await request(server).get('/').set('Cookie', cookie);
    expect(text).toBe(nonce);
  });

  it('is the same for two windows of one browser', async () => {
    await serve('https://chat.example.org');
    const {headers} = await request(server).get('/').set('Cookie', `zoom_connect=${NONCE}`);
    expect(String(headers['set-cookie'])).toContain(`zoom_connect=${NONCE};`);
  });
});
