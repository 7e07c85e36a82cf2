import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {openEventSite} from '../../../sandbox/events/open-event-site.js';
import type {NamedSite} from '../../../sandbox/events/open-join-proxy.js';
import {type Answered, askSite} from './ask-site.js';

const STREAM = 'http://join.localhost:8000/plugins/zoom/join-page/abc?lang=de';

let site: NamedSite;
beforeEach(async () => {
  site = await openEventSite(Date.parse('2026-11-23T13:20:00Z'));
});
afterEach(() => site.close());

const read = async (path: string): Promise<string> => (await askSite(site.origin, path)).body;
const save = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answered> =>
  askSite(site.origin, '/organiser', {
    method: 'POST',
    headers: {'Content-Type': 'application/x-www-form-urlencoded', ...headers},
    body: new URLSearchParams(fields).toString(),
  });

describe('The event site', () => {
  it('has a session without a stream until its organiser pastes one', async () => {
    expect(await read('/')).toContain('no stream yet');
    expect(await save({url: ` ${STREAM} `, way: 'frame'})).toMatchObject({
      status: 303,
      headers: {location: '/'},
    });
    expect(await read('/')).not.toContain('no stream yet');
    expect(await read('/organiser')).toContain(`value="${STREAM}"`);
  });

  it.each([
    ['frame', 'class="stream"', ''],
    ['fill', 'class="stream fill"', '&amp;view=fill'],
    ['window', '>Join the session</a>', ''],
    ['app', '>Join in the Zoom app</a>', '&amp;open=app'],
  ])('opens it as %s, with what it knows of who attends', async (way, element, more) => {
    await save({url: STREAM, way});
    const page = await read('/');
    expect(page).toContain(element);
    expect(page).toContain(`="${STREAM}&amp;name=Zoe+Marsh&amp;email=zoe%40example.net${more}"`);
  });

  it('says what is wrong with what is no address, and keeps what was there', async () => {
    await save({url: STREAM, way: 'fill'});
    const snippet = await save({url: '<iframe src="https://join.example.org"></iframe>', way: 'fill'});
    expect(snippet).toMatchObject({status: 400, body: expect.stringContaining('no &lt; in it')});
    expect(snippet.body).toContain('value="&lt;iframe src=&quot;');
    expect((await save({url: 'javascript:alert(1)', way: 'fill'})).body).toContain('no address');
    expect(await read('/organiser')).toContain(`value="${STREAM}"`);
  });

  it('is open to this machine’s browsers alone, by its own name', async () => {
    expect((await askSite(site.origin, '/', {headers: {Host: 'evil.example'}})).status).toBe(403);
    expect((await save({url: STREAM, way: 'frame'}, {Origin: 'https://evil.example'})).status).toBe(403);
    expect((await save({url: STREAM, way: 'frame'}, {Origin: site.origin})).status).toBe(303);
  });
});
