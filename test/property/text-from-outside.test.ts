import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import {parseJson} from '../../server/lib/parse-json.js';
import {hasCode} from '../../server/core/ports/port-error.js';
import type {Endpoint} from '../../server/core/ports/zoom/endpoint.js';
import {endpoints} from '../../server/core/ports/zoom/endpoints.js';
import {createWebhookEvents} from '../../server/inbound/webhooks/registry.js';
import {callEndpoint} from '../../server/outbound/zoom/call-endpoint.js';
import {createFakeWorld} from '../support/fake-world.js';
import {createManualClock} from '../support/manual-clock.js';
import {hostileText} from '../support/hostile-text.js';
import {createHttpUnderTest, URL_SECRET} from '../support/http-under-test.js';
import {closeServer, listen} from '../support/listen.js';
import {ana} from '../support/people.js';
import {signWebhook} from '../support/sign-webhook.js';
import {runsOf} from '../support/thorough.js';

/** Also with half a character, as an escape in JSON can bring it. */
const text = fc.oneof(
  hostileText,
  fc
    .tuple(hostileText, fc.constantFrom('\ud800', '\udfff', '\udc00\ud800'), hostileText)
    .map((parts) => parts.join('')),
);

/** Every text in a value, the names of its members among them. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)]);
}
const halves = (value: unknown): string[] => textsIn(value).filter((found) => !found.isWellFormed());

describe('Text from outside', () => {
  it('is well-formed once its JSON is read, and unchanged where it was', () => {
    const json = fc.jsonValue({stringUnit: text});
    fc.assert(
      fc.property(json, (value) => {
        const written = JSON.stringify(value);
        const read = parseJson(Buffer.from(written));
        expect(halves(read)).toEqual([]);
        if (halves(value).length === 0) expect(read).toEqual(JSON.parse(written));
      }),
    );
  });

  const events = createWebhookEvents({
    hearOfMeeting: async () => ({kind: 'recorded'}),
    hearOfParticipant: async () => ({kind: 'recorded'}),
    hearOfPlan: async () => ({kind: 'recorded'}),
    hearOfRemoval: async () => undefined,
  }).map(({name}) => name);
  it.each(events)(
    'in a signed %s does no harm: it is answered at once, and kept well-formed',
    async (event) => {
      const world = createFakeWorld();
      const http = createHttpUnderTest(world);
      const server = await listen(http.app);
      await http.plugin.start(ana.id);
      const [meeting] = world.zoom.meetings;
      const field = fc.option(text, {nil: undefined});
      const object = fc.record({
        id: fc.oneof(text, fc.constantFrom('99999999999', meeting?.number)),
        uuid: fc.oneof(field, fc.constant(meeting?.uuid)),
        host_id: field,
        topic: field,
        start_time: field,
        end_time: field,
        participant: fc.record({user_id: field, id: field, user_name: field, email: field, join_time: field}),
      });
      const payload = fc.record({account_id: field, plainToken: field, object});
      try {
        await fc.assert(
          fc.asyncProperty(payload, fc.constantFrom(0, 600_000), async (told, age) => {
            const body = JSON.stringify({event, payload: told});
            const answer = await request(server)
              .post(`/webhook?secret=${URL_SECRET}`)
              .set('Content-Type', 'application/json')
              .set(signWebhook(body, world.clock.now() - age))
              .send(body);
            expect([200, 204, 400]).toContain(answer.status);
          }),
          {numRuns: runsOf(100)},
        );
      } finally {
        await closeServer(server);
      }
      const rows = Object.values(world.keyValue.rows()).map((row) => JSON.parse(row) as unknown);
      expect(halves([rows, [...world.chat.posts.values()], world.logger.lines])).toEqual([]);
    },
  );

  it.each(Object.entries<Endpoint<never, unknown>>(endpoints))(
    'in an answer to %s, and in what is asked of Zoom, is read well-formed or refused as trouble with Zoom',
    async (name, row) => {
      const field = fc.option(fc.oneof(text, fc.integer(), fc.constant('https://zoom.us/j/1')), {nil: null});
      const answers = fc.record(
        Object.fromEntries(
          // prettier-ignore
          ['id', 'uuid', 'host_id', 'email', 'status', 'account_id', 'join_url', 'start_url', 'password', 'start_time', 'end_time']
            .map((key) => [key, field]),
        ),
      );
      await fc.assert(
        fc.asyncProperty(text, text, answers, async (input, subject, told) => {
          const paths: string[] = [];
          const call = callEndpoint(
            {
              sendAs: async (_subject, {path, body}) => {
                paths.push(path);
                expect((body?.text ?? '').isWellFormed()).toBe(true);
                return parseJson(JSON.stringify(told));
              },
              nameOf: () => subject,
              addresses: {webUrl: 'https://zoom.us', apiUrl: 'https://api.zoom.us/v2', allowInsecure: false},
              clock: createManualClock(),
            },
            {name, row, subject: {kind: 'server'}, signal: new AbortController().signal},
            (name === 'createMeeting' ? {topic: input} : input) as never,
          );
          const answer = await call.catch((error: unknown) => {
            if (!hasCode(error, 'zoom-trouble')) throw error;
          });
          expect(halves(answer)).toEqual([]);
          for (const path of paths) expect(path).toMatch(/^\/[\x21-\x7e]+$/);
        }),
        {numRuns: runsOf(100)},
      );
    },
  );
});
