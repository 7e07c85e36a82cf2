import {request as httpRequest} from 'node:http';
import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {type SimulatorUnderTest, startSimulatorUnderTest} from '../simulator-under-test.js';

let under: SimulatorUnderTest;
let base: string;
beforeEach(async () => {
  under = await startSimulatorUnderTest();
  base = under.simulator.sdkUrl.replace(/\/6\.2\.0$/, '');
});
afterEach(() => under.simulator.close());

const get = (path: string): Promise<Response> => fetch(`${base}${path}`);
const control = (method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${under.simulator.url}/simulator${path}`, {
    method,
    headers: {'Content-Type': 'application/json'},
    ...(body && {body: JSON.stringify(body)}),
  });

it('The files of the SDK lie where Zoom’s lie, for the pages of all sites', async () => {
  for (const name of ['react', 'react-dom', 'redux', 'redux-thunk', 'lodash']) {
    expect((await get(`/6.2.0/lib/vendor/${name}.min.js`)).status).toBe(200);
  }
  const main = await get('/zoom-meeting-6.2.0.min.js');
  expect(main.headers.get('content-type')).toContain('text/javascript');
  expect(main.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(main.headers.get('access-control-allow-origin')).toBe('*');
  expect(await main.text()).toContain('ZoomMtg');
  expect((await get('/zoom-meeting-6.1.0.min.js')).status).toBe(404);
});

it('Something else, or nothing, lies there while it is to, and is gone afterwards', async () => {
  const main = '/zoom-meeting-6.2.0.min.js';
  await control('POST', '/sdk-faults', {kind: 'serve', what: 'page'});
  expect((await get(main)).headers.get('content-type')).toContain('text/html');
  await control('DELETE', '/sdk-faults');
  await control('POST', '/sdk-faults', {kind: 'serve', what: 'script'});
  expect(await (await get(main)).text()).not.toContain('ZoomMtg');
  under.simulator.liftSdkFaults();
  under.simulator.faultSdk({kind: 'serve', what: 'nothing'});
  expect((await get(main)).status).toBe(404);
  under.simulator.liftSdkFaults();
  under.simulator.faultSdk({kind: 'unreachable'});
  await expect(get(main)).rejects.toThrow('fetch failed');
  expect(await (await control('GET', '/state')).json()).toMatchObject({sdkFaults: [{kind: 'unreachable'}]});
  await control('DELETE', '/sdk-faults');
  expect(await (await get(main)).text()).toContain('ZoomMtg');
});

it('A name that another site makes lead here opens nothing', async () => {
  const {port} = new URL(base);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = {Host: `evil.example:${port}`};
    httpRequest({host: '127.0.0.1', port, path: '/sdk/zoom-meeting-6.2.0.min.js', headers}, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});
