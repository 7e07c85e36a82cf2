import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import axios, {type AxiosError} from 'axios';
import * as z from 'zod';
import {DeployError, type DeployProblem} from './deploy-error.js';
import type {DeployTarget} from './read-target.js';

const refusal = z.object({message: z.string()});

const problemOf = ({response, code, message}: AxiosError, bytes: number): DeployProblem => {
  if (response === undefined) {
    return {kind: 'upload-broke', reason: code ?? message};
  }
  const {status, data, headers} = response;
  switch (status) {
    case 301:
    case 302:
    case 307:
    case 308:
      return {kind: 'redirected', location: String(headers['location'])};
    case 401:
      return {kind: 'wrong-token'};
    case 403:
      return {kind: 'not-admin'};
    case 413:
      return {kind: 'too-large-on-the-way', bytes};
    case 501:
      return {kind: 'uploads-disabled'};
    default:
      return {kind: 'refused', status, message: refusal.safeParse(data).data?.message ?? response.statusText};
  }
};

/**
 * Uploads a bundle. One that is already installed is replaced, no matter which version.
 *
 * @param progress - told how many bytes of how many have gone
 * @throws DeployError
 * @see https://api.mattermost.com/#tag/plugins/operation/UploadPlugin
 */
export const uploadBundle = async (
  {url, token}: DeployTarget,
  file: string,
  progress: (sent: number, total: number) => void,
): Promise<void> => {
  const content = await readFile(file);
  const form = new FormData();
  form.set('force', 'true');
  form.set('plugin', new Blob([content]), basename(file));
  try {
    await axios.post(`${url}/api/v4/plugins`, form, {
      headers: {Authorization: `Bearer ${token}`},
      maxRedirects: 0,
      onUploadProgress: ({loaded, total}) => progress(loaded, total ?? content.length),
    });
  } catch (error) {
    throw axios.isAxiosError(error) ? new DeployError(problemOf(error, content.length)) : error;
  }
};
