import type {HttpResponse} from './plugin-host.js';
import {buttonOf, pressButton} from './press-button.js';
import {waitFor} from './wait-for.js';
import type {Place, World} from './world.js';

/** A browser that is connected with this person, as a service takes it: the token that it sends. */
export async function pairBrowser(world: World, place: Place): Promise<string> {
  const {message = '', pairing = ''} = json(await ask(world, '/api/v1/meetings', {}));
  const line = /`(\/zoom pair ([A-Z0-9-]+))`/.exec(message);
  const [, command = '', code = ''] = line ?? [];
  await world.type(command, place);
  const question = await waitFor(world.host, async () =>
    (await world.host.posts()).find((post) => post.message.includes(`the code \`${code}\``)),
  );
  const attachments = (question.props['attachments'] ?? []) as unknown[];
  await pressButton(world, buttonOf({attachments}, 'confirmPairing').integration, place);
  const {token} = json(await ask(world, '/api/v1/pairings/claim', {pairing}));
  if (token === undefined) throw new Error(`No browser was connected: ${message}`);
  return token;
}

const ask = ({host}: World, path: string, body: object): Promise<HttpResponse> =>
  host.http({
    method: 'POST',
    path,
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });

const json = ({body}: HttpResponse): Partial<Record<string, string>> =>
  JSON.parse(body.toString()) as Partial<Record<string, string>>;
