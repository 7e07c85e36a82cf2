import {mattermostId} from '../../test/support/mattermost-id.js';
import type {World} from '../../test/support/world.js';

/** Somebody in a channel in which they may start a meeting. */
export interface Place {
  readonly userId: string;
  readonly channelId: string;
}

/** The address of whoever is at the place, in Mattermost and in Zoom. */
export const emailOf = ({userId}: Place): string => addressOf(userId.slice(0, userId.indexOf('x') + 1));

const addressOf = (name: string): string => `${name}@example.com`;

/** Nobody may start more than ten meetings within a minute. */
const PEOPLE = 500;

/**
 * Adds channels, each with somebody of five hundred people who are in Zoom, too. Each place is used for one meeting: a
 * second one within 10 s would count as a double click.
 */
export async function seedPlaces(
  {host, zoom}: Pick<World, 'host' | 'zoom'>,
  count: number,
  prefix = 'place',
): Promise<readonly Place[]> {
  const people = Array.from({length: PEOPLE}, (_, index) => `person${index}x`);
  const places = Array.from({length: count}, (_, index) => ({
    userId: mattermostId(`person${index % PEOPLE}x`),
    channelId: mattermostId(`${prefix}${index}x`),
  }));
  for (const name of people) zoom.addUser({email: addressOf(name)});
  await host.seed({
    users: people.map((name) => ({
      id: mattermostId(name),
      username: name,
      email: addressOf(name),
    })),
    channels: places.map(({channelId}) => ({id: channelId, team_id: mattermostId('team')})),
    members: places.map(({userId, channelId}) => ({channel_id: channelId, user_id: userId})),
  });
  return places;
}
