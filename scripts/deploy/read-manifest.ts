import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {projectRoot} from '../project-root.js';
import type {DeployedManifest} from './deploy-bundle.js';

/** Reads plugin.json, again each time. */
export const readManifest = () =>
  JSON.parse(readFileSync(join(projectRoot, 'plugin.json'), 'utf8')) as DeployedManifest;
