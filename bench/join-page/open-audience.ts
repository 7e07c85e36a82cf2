import {grantAllScopes} from '../../test/sandbox/zoom/grant-all-scopes.js';
import {makePass, posting, visitJoinPage} from '../../test/support/visit-join-page.js';
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
  const {zoom} = world;
  grantAllScopes(zoom);
  const hostId = zoom.users.find(({email}) => email === 'ana@example.com')?.id ?? '';
  const planned = {hostId, type: 2, topic: 'Opening session', startTime: Date.now()} as const;
  const {number} = zoom.addMeeting(planned);
  const pass = await makePass(world, String(number));
  zoom.startMeeting(number);
  return {
    async join(nth) {
      const address = addressOf(nth);
      const answers = [
        await visitJoinPage(world, pass, {address}),
        await visitJoinPage(world, 'page.js', {address}),
        await visitJoinPage(world, `${pass}/meeting`, {address}),
        await visitJoinPage(world, `${pass}/entries`, {...posting({name: `Guest ${nth}`}), address}),
      ];
      return answers.every(({status}) => status === 200);
    },
  };
}

/** Of the network that is set aside for benchmarks (RFC 2544). */
const addressOf = (nth: number): string => `198.18.${Math.floor(nth / 250)}.${(nth % 250) + 1}`;
