import {writeClient} from './client/write-client.js';
import {projectRoot} from './project-root.js';
import {join} from 'node:path';

/** Writes a typed client for Node, generated from the description of the API. */
const folder = await writeClient(join(projectRoot, 'build/client'));
process.stdout.write(`${folder}\n`);
