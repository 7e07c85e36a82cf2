import {createApi} from './api.js';
import {createFaults, type Faults} from './faults.js';
import type {Manifest} from './manifest.js';
import {launchProcess} from './plugin-process.js';
import {noteLog, type State} from './state.js';
import {createSupervisor, type Supervisor} from './supervisor.js';

export interface SupervisedParts {
  readonly state: State;
  readonly manifest: Manifest;
  readonly pluginDir: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The plugin's process, what keeps it, and the plugin API that it calls. `kill` resolves when it is gone. */
export function createSupervised({state, manifest, pluginDir, env}: SupervisedParts): {
  supervisor: Supervisor;
  faults: Faults;
  kill: () => Promise<void>;
} {
  const {changes, now} = state;
  const caller = {
    kill: async () => supervisor.process()?.kill(),
    gone: async () => supervisor.process()?.gone,
  };
  const faults = createFaults(caller, () => changes.tell({kind: 'api-call'}));
  const saved = (): void => void supervisor.configurationChanged();
  const api = createApi(state, {manifest, bundlePath: pluginDir, saved});
  const launch = () =>
    launchProcess({
      pluginDir,
      manifest,
      env,
      api,
      around: faults.around,
      log: (line) => noteLog(state, line),
    });
  const supervisor = createSupervisor({launch, changes, now});
  return {supervisor, faults, kill: caller.kill};
}
