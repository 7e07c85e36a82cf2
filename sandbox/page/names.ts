import type {Channel, User} from './types.js';

export const nameOf = (user: User | undefined): string =>
  user === undefined ? 'Somebody' : `${user.first_name} ${user.last_name}`.trim() || user.username;

/** What a channel is called by somebody in it. */
export function channelName(channel: Channel, me: string, users: Readonly<Record<string, User>>): string {
  if (channel.type !== 'D') return channel.display_name;
  const otherId = channel.name.split('__').find((id) => id !== me) ?? me;
  return nameOf(users[otherId]);
}

/** A colour and letters for somebody without a picture. */
export function avatarOf(user: User | undefined): {letters: string; colour: string} {
  const name = nameOf(user);
  const letters = name
    .split(' ')
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('');
  const hue = [...(user?.id ?? '')].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360,
    7,
  );
  return {letters, colour: `hsl(${hue} 45% 45%)`};
}
