import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

/** The parts of a plugin.json that are used here. */
export interface Manifest {
  readonly id: string;
  /** Relative to the plugin's folder. */
  readonly executable: string;
  readonly settings: readonly ManifestSetting[];
  /** All of plugin.json. */
  readonly file: object;
}

export interface ManifestSetting {
  readonly key: string;
  readonly default?: unknown;
  readonly secret?: boolean;
}

interface ManifestFile {
  id: string;
  server: {executable?: string; executables?: Record<string, string>};
  settings_schema?: {settings?: ManifestSetting[]; sections?: {settings?: ManifestSetting[]}[]};
}

/** Reads plugin.json of a plugin's folder. */
export async function readManifest(pluginDir: string): Promise<Manifest> {
  const file = JSON.parse(await readFile(join(pluginDir, 'plugin.json'), 'utf8')) as ManifestFile;
  const {settings = [], sections = []} = file.settings_schema ?? {};
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const executable = file.server.executables?.[platform] ?? file.server.executable;
  if (executable === undefined)
    throw new Error(`${pluginDir}/plugin.json names no executable for ${platform}`);
  return {
    id: file.id,
    executable,
    file,
    settings: sections.length > 0 ? sections.flatMap((section) => section.settings ?? []) : settings,
  };
}
