import type {HttpResponse} from './plugin-host.js';
import {ADMIN, type World} from './world.js';

/** One line of the set-up's list, as the settings page gets it. */
export interface Check {
  id: string;
  state: string;
  title: string;
  text: string;
  settings: string[];
}

export const json = ({body}: HttpResponse): unknown => JSON.parse(body.toString()) as unknown;

/** What "Test connection" on the settings page sends. */
export const requestTest = (
  {host}: Pick<World, 'host'>,
  settings: unknown,
  userId?: string,
): Promise<HttpResponse> =>
  host.http({
    method: 'POST',
    path: '/api/v1/admin/test',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({settings}),
    ...(userId !== undefined && {userId}),
  });

/** The list by the ids of its lines, for an administrator who has typed these settings and not saved them. */
export async function testSetup(
  world: Pick<World, 'host'>,
  settings: Record<string, unknown> = {},
): Promise<Map<string, Check>> {
  const answer = await requestTest(world, settings, ADMIN);
  if (answer.status !== 200) throw new Error(`the test was answered with ${answer.status}`);
  return new Map((json(answer) as {checks: Check[]}).checks.map((check) => [check.id, check]));
}
