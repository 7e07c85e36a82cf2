import {createFileReader} from '../files.js';
import {readConfig} from '../read-config.js';
import {runService} from '../run-service.js';
import type {CliContext} from './command.js';

/** Runs the service until it is told to end. */
export async function serve({process, options, createStore, loadCompose}: CliContext): Promise<number> {
  const {readFile, read} = createFileReader();
  const config = readConfig(process.env, options.config, readFile);
  const compose = await loadCompose();
  const status = await runService({process, config, files: read(), createStore, compose});
  // Connections that others keep open must not delay the end of the process.
  return process.exit(status);
}
