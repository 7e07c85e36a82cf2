import mattermost from '@mattermost/client';
import * as z from 'zod';
import {DeployError, type DeployProblem} from './deploy-error.js';
import type {DeployTarget} from './read-target.js';

/** Mattermost's own client; its package is CommonJS, which offers no named imports at run time. */
export type MattermostClient = InstanceType<typeof mattermost.Client4>;

/** A client that speaks as the target's admin. */
export const createClient = ({url, token}: DeployTarget): MattermostClient => {
  const client = new mattermost.Client4();
  client.setUrl(url);
  client.setToken(token);
  return client;
};

/** What `fetch` throws: the reason is in its cause. */
const fetchFailure = z.object({
  cause: z.object({code: z.string().optional(), message: z.string()}),
});

const reasonOf = (error: unknown): string => {
  const {data} = fetchFailure.safeParse(error);
  return data?.cause.code ?? data?.cause.message ?? String(error);
};

/** What a failed call of the client means: no answer, an answer that is not Mattermost's, or a refusal. */
const problemOf = (error: unknown, url: string): DeployProblem => {
  if (!(error instanceof mattermost.ClientError)) {
    return {kind: 'unreachable', url, reason: reasonOf(error)};
  }
  switch (error.status_code) {
    case undefined:
      return {kind: 'not-mattermost', url};
    case 401:
      return {kind: 'wrong-token'};
    case 403:
      return {kind: 'not-admin'};
    default:
      return {kind: 'refused', status: error.status_code, message: error.message};
  }
};

/**
 * Makes one call, reads its answer, and turns every failure into our own error.
 *
 * @param schema - what is read of the answer
 * @throws DeployError
 */
export const askServer = async <Answer>(
  client: MattermostClient,
  schema: z.ZodType<Answer>,
  call: (client: MattermostClient) => Promise<unknown>,
): Promise<Answer> => {
  const answer = await call(client).catch((error: unknown) => {
    throw new DeployError(problemOf(error, client.getUrl()));
  });
  const {data, success} = schema.safeParse(answer);
  if (!success) {
    throw new DeployError({kind: 'not-mattermost', url: client.getUrl()});
  }
  return data;
};
