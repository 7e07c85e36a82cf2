import {randomBytes} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import type {PluginHost} from '../../support/plugin-host.js';

const MEGABYTE = 1024 * 1024;

/** ServeHTTP with an echo plugin: nothing of a body is lost, changed or mixed up, whatever its size. */
export function describeRawHttp(name: string, startEcho: () => Promise<PluginHost>): void {
  describe(`ServeHTTP of ${name}`, () => {
    let host: PluginHost;
    beforeAll(async () => {
      host = await startEcho();
      await host.activate();
    });
    afterAll(() => host.close());

    it('carries a request without a body', async () => {
      const {status, body} = await host.http({path: '/'});
      expect({status, length: body.length}).toEqual({status: 200, length: 0});
    });

    // 262144 is the window of a yamux stream: the sizes around it need one more or one less grant.
    it.each([1, 262_143, 262_144, 262_145, MEGABYTE])('carries %i bytes both ways', async (size) => {
      const sent = randomBytes(size);
      const {status, body} = await host.http({method: 'POST', path: '/', body: sent});
      expect({status, equal: body.equals(sent)}).toEqual({status: 200, equal: true});
    });

    it('carries a body whose length nobody said', async () => {
      const sent = randomBytes(MEGABYTE);
      const headers = {'Transfer-Encoding': 'chunked'};
      const {status, body} = await host.http({method: 'POST', path: '/', headers, body: sent});
      expect({status, equal: body.equals(sent)}).toEqual({status: 200, equal: true});
    });

    it('carries headers both ways', async () => {
      const headers = {'X-One': 'first', 'Content-Type': 'text/plain; charset=utf-8'};
      const answer = await host.http({method: 'PUT', path: '/', headers, body: 'text'});
      expect(answer.headers.get('x-one')).toBe('first');
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    });

    it('carries 32 requests of 1 MB at the same moment', async () => {
      const bodies = Array.from({length: 32}, () => randomBytes(MEGABYTE));
      const answers = await host.burst(bodies.map((body) => ({method: 'POST', path: '/', body})));
      expect(answers.map(({status}) => status)).toEqual(bodies.map(() => 200));
      expect(answers.every(({body}, index) => bodies[index]?.equals(body))).toBe(true);
    });

    // More than 256 streams that the host has not accepted yet would make it reset the connection.
    it('carries 2000 small requests at the same moment', async () => {
      const bodies = Array.from({length: 2000}, (_, index) => `request ${index}`);
      const answers = await host.burst(bodies.map((body) => ({method: 'POST', path: '/', body})));
      expect(answers.map(({status, body}) => `${status} ${body.toString()}`)).toEqual(
        bodies.map((body) => `200 ${body}`),
      );
    });

    it('is healthy afterwards and has not been restarted', async () => {
      expect(await host.checkHealth()).toEqual({healthy: true, running: true});
    });
  });
}
