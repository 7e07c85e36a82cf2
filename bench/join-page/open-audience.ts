import {JOIN_PAGE_PATH} from '../../contract/routes.js';
import {grantAllScopes} from '../../test/sandbox/zoom/grant-all-scopes.js';
import {JOIN_PAGE_ORIGIN} from '../../test/support/join-page.js';
import type {HttpRequest, HttpResponse} from '../../test/support/plugin-host.js';
import {readAsAsker} from '../../test/support/read-as-asker.js';
import type {World} from '../../test/support/world.js';

/** People who have the stream URL of a meeting that runs. */
export interface Audience {
  /**
   * The nth of them, from an address of their own, opens the page, looks at the meeting, and presses Join.
   * @returns whether they got in
   */
  join(nth: number): Promise<boolean>;
}

/** Its host makes the stream URL as hosts do, and starts the meeting. */
export async function openAudience(world: World): Promise<Audience> {
  const {host, zoom} = world;
  grantAllScopes(zoom);
  const hostId = zoom.users.find(({email}) => email === 'ana@example.com')?.id ?? '';
  const planned = {hostId, type: 2, topic: 'Opening session', startTime: Date.now()} as const;
  const {number} = zoom.addMeeting(planned);
  const {text} = await readAsAsker(world, `/zoom stream-url ${number}`);
  const pass = new RegExp(`${JOIN_PAGE_PATH}/([\\w-]{43})$`, 'm').exec(text)?.[1];
  if (pass === undefined) throw new Error(`/zoom stream-url was answered "${text}"`);
  zoom.startMeeting(number);
  const page = `${JOIN_PAGE_PATH}/${pass}`;
  const asked = (nth: number, path: string, more: Partial<HttpRequest> = {}): Promise<HttpResponse> =>
    host.http({
      path,
      ...more,
      headers: {Host: new URL(JOIN_PAGE_ORIGIN).host, 'X-Forwarded-For': addressOf(nth), ...more.headers},
    });
  return {
    async join(nth) {
      const answers = [
        await asked(nth, page),
        await asked(nth, `${JOIN_PAGE_PATH}/page.js`),
        await asked(nth, `${page}/meeting`),
        await asked(nth, `${page}/entries`, {
          method: 'POST',
          headers: {'Content-Type': 'application/json'},
          body: JSON.stringify({name: `Guest ${nth}`}),
        }),
      ];
      return answers.every(({status}) => status === 200);
    },
  };
}

/** Of the network that is set aside for benchmarks (RFC 2544). */
const addressOf = (nth: number): string => `198.18.${Math.floor(nth / 250)}.${(nth % 250) + 1}`;
