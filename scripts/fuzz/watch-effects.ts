import type {Playground} from './open-playground.js';

/** Paths of Zoom's that are about a whole account. */
const ACCOUNT_WIDE = [/^\/v2\/users(\?|$)/, /^\/v2\/phone\//];

/**
 * Watches what Zoom is asked for and what changes there. Answers, when asked, one sentence for each thing that this
 * person must not have brought about.
 */
export function watchEffects({role, zoom, self}: Playground): () => readonly string[] {
  const asked = zoom.requests.length;
  const ofOthers = (): Readonly<Record<string, string>> =>
    Object.fromEntries([
      ...zoom.users.map((user) => [`the Zoom user ${user.email}`, JSON.stringify(user)] as const),
      ...[...zoom.meetings, ...zoom.webinars]
        .filter(({hostId}) => hostId !== self?.id)
        .map((thing) => [`${thing.topic} (${thing.number})`, JSON.stringify(thing)] as const),
    ]);
  const before = ofOthers();
  return () => {
    if (role === 'admin') return [];
    const requests = zoom.requests.slice(asked).filter(({path}) => path.startsWith('/v2/'));
    const forbidden = requests.filter(
      ({path}) => role === 'guest' || ACCOUNT_WIDE.some((pattern) => pattern.test(path)),
    );
    const after = ofOthers();
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return [
      ...forbidden.map(({method, path}) => `Zoom was asked for ${method} ${path}.`),
      ...names.filter((name) => before[name] !== after[name]).map((name) => `In Zoom, ${name} is another.`),
    ];
  };
}
