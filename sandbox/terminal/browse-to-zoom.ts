import type {Change} from '../mattermost/change.js';
import type {Mattermost} from '../mattermost/mattermost.js';
import type {Session} from './session.js';

/** What a page says, or where the browser is sent. */
interface Answer {
  location: string | undefined;
  text: string;
}

/**
 * What a browser does for the person in front of the terminal: opens the plugin's address for connecting, decides on
 * Zoom's page as the Zoom user, and comes back. Returns what the last page says, a part a line.
 */
export async function browseToZoom(
  {sandbox: {mattermost, zoom}, person}: Session,
  zoomUserId: string,
  decision: 'allow' | 'decline',
): Promise<readonly string[]> {
  const cookies = mattermost.browserSessionOf(person.id).map(pairOf);
  const open = async (address: string): Promise<Answer> => {
    const answer = await fetch(address, {redirect: 'manual', headers: {Cookie: cookies.join('; ')}});
    cookies.push(...answer.headers.getSetCookie().map(pairOf));
    return readAnswer(answer);
  };
  const begun = await open(`${mattermost.siteUrl}/plugins/${mattermost.pluginId}/oauth2/connect`);
  if (begun.location?.startsWith(`${zoom.url}/oauth/authorize`) !== true) return linesOf(begun.text);
  const decided = await readAnswer(
    await fetch(begun.location.split('?')[0] ?? '', {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams([
        ...new URL(begun.location).searchParams,
        ['user', zoomUserId],
        ['decision', decision],
      ]),
    }),
  );
  if (decided.location === undefined) return linesOf(decided.text);
  const told = nextWord(mattermost, person.id);
  const {text} = await open(decided.location);
  // The chat says it, too, after the meeting that was asked for has begun.
  await told;
  return linesOf(text);
}

const PATIENCE_MS = 5_000;

/** Resolves when the person is told something in private or by direct message, or nothing for a while. */
function nextWord(mattermost: Mattermost, userId: string): Promise<void> {
  const isWord = (change: Change): boolean =>
    change.kind === 'ephemeral'
      ? change.ephemeral.userId === userId
      : change.kind === 'post-created' && change.post.type !== 'custom_zoom';
  return new Promise((resolve) => {
    const end = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = mattermost.onChange((change) => {
      if (isWord(change)) end();
    });
    const timer = setTimeout(end, PATIENCE_MS);
  });
}

const pairOf = (cookie: string): string => cookie.split(';')[0] ?? '';

async function readAnswer(answer: Response): Promise<Answer> {
  const location = answer.headers.get('location');
  return {
    location: location === null ? undefined : new URL(location, answer.url).href,
    text: await answer.text(),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"};

/** What is to be read of a page. */
const linesOf = (page: string): readonly string[] =>
  page
    .replace(/<head>.*<\/head>/s, '')
    .split(/<\/?(?:p|h\d|li|ul|ol|div|main|form|button|a)\b[^>]*>/)
    .map((part) =>
      part
        .replace(/<[^>]*>/g, '')
        .replace(/&([a-z]+|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
