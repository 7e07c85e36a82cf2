import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {
  JOIN_PAGE_SHELL_ID,
  JOIN_PAGE_TEXTS,
  type JoinPageShell,
} from '../../../../contract/join-page-shell.js';
import {languages} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHttpUnderTest} from '../../../support/http-under-test.js';
import {setUpJoinPage} from '../../../support/join-page-settings.js';
import {closeServer, listen} from '../../../support/listen.js';

let world: FakeWorld;
let server: Server;
beforeEach(async () => {
  world = createFakeWorld();
  server = await listen(createHttpUnderTest(world, setUpJoinPage).app);
});
afterEach(() => closeServer(server));

const open = (path: string) => request(server).get(`/join-page/${path}`).set('Host', 'join.example.org');
const shellIn = (html: string): JoinPageShell =>
  JSON.parse(html.split(`id="${JOIN_PAGE_SHELL_ID}">`)[1]?.split('</script>')[0] ?? '') as JoinPageShell;

describe('The HTML of the page to join', () => {
  it('is the same for every pass, is never kept, and changes nothing', async () => {
    const before = JSON.stringify(world.keyValue.rows());
    const answers = [await open('a'.repeat(43)), await open('v1.x.y'), await open('%3Cscript%3E')];
    expect(new Set(answers.map(({text}) => text)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(answers[0]?.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-zoom-join-page': '1',
    });
    expect(JSON.stringify(world.keyValue.rows())).toBe(before);
  });

  it.each([...languages.keys()])('has all that its script says, in %s', async (language) => {
    const {text} = await open(`a-pass?lang=${language}`);
    expect(text).toContain(`<html lang="${language}">`);
    const {sdk, texts, webinarTexts} = shellIn(text);
    expect(sdk).toEqual({base: 'https://source.zoom.us', version: '6.2.0', isZooms: true});
    expect(Object.keys(texts)).toEqual([...JOIN_PAGE_TEXTS]);
    expect(Object.values(texts).filter((said) => said === '' || said.includes('select'))).toEqual([]);
    expect(webinarTexts.join).not.toBe(texts.join);
    expect(texts.failed).toContain('{code}');
  });

  it('U-20 holds nothing of what stands in its address', async () => {
    const {text} = await open('a-pass?name=%3Cscript%3Ealert(1)%3C/script%3E&lang=%22%3E%3Cb%3E');
    expect(text).not.toMatch(/alert|<b>/);
    expect(text).toContain('<html lang="en">');
  });

  it('has no script in it but data', async () => {
    const {text} = await open('a-pass');
    const scripts = [...text.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes?.trim());
    expect(scripts).toEqual([
      `type="application/json" id="${JOIN_PAGE_SHELL_ID}"`,
      'src="/plugins/zoom/join-page/page.js" defer',
    ]);
    expect(text).not.toMatch(/\son\w+=/);
  });
});

describe('The script of the page to join', () => {
  it('says that it is ours', async () => {
    const {status, headers} = await open('page.js');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-zoom-join-page': '1',
    });
  });
});
