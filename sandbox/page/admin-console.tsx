import React, {useEffect, useState, useSyncExternalStore} from 'react';
import {AdminSetting} from './admin-setting.js';
import {Markdown} from './markdown.js';
import {pluginHost, subscribe} from './registry.js';
import {rest} from './seat.js';
import type {PluginManifest, Section} from './types.js';

type Values = Readonly<Record<string, unknown>>;

/** The page of the plugin in the System Console, drawn from plugin.json as Mattermost draws it. */
export function AdminConsole(): React.ReactElement {
  const [manifest, setManifest] = useState<PluginManifest>();
  const [values, setValues] = useState<Values>({});
  const [status, setStatus] = useState<'saved' | 'changed' | 'saving'>('saved');
  useEffect(() => {
    void load().then((loaded) => {
      setManifest(loaded.manifest);
      setValues(loaded.values);
    });
  }, []);
  if (manifest === undefined) return <main className="console" />;
  const change = (key: string, value: unknown): void => {
    setValues((before) => ({...before, [key.toLowerCase()]: value}));
    setStatus('changed');
  };
  const save = async (): Promise<void> => {
    setStatus('saving');
    await rest('PUT', '/config/patch', {PluginSettings: {Plugins: {[manifest.id]: values}}});
    // As in Mattermost: the page keeps what it has, and does not learn what the plugin has generated in the meantime.
    setStatus('saved');
  };
  return (
    <main className="console">
      <div className="console-head">
        <h1>Zoom</h1>
        <button
          type="button"
          className="action action--primary"
          disabled={status !== 'changed'}
          onClick={() => void save()}
        >
          {status === 'saving' ? 'Saving…' : 'Save'}
        </button>
      </div>
      <div className="console-body">
        <Markdown text={manifest.settings_schema.header} />
        {manifest.settings_schema.sections.map((section) => (
          <ConsoleSection key={section.key} section={section} values={values} onChange={change} />
        ))}
      </div>
    </main>
  );
}

async function load(): Promise<{manifest: PluginManifest; values: Values}> {
  const [{active}, config] = await Promise.all([
    rest<{active: PluginManifest[]}>('GET', '/plugins'),
    rest<{PluginSettings: {Plugins: Record<string, Values>}}>('GET', '/config'),
  ]);
  const manifest = active[0] as PluginManifest;
  return {manifest, values: config.PluginSettings.Plugins[manifest.id] ?? {}};
}

function ConsoleSection({
  section,
  values,
  onChange,
}: {
  section: Section;
  values: Values;
  onChange: (key: string, value: unknown) => void;
}): React.ReactElement {
  const {sections} = useSyncExternalStore(subscribe, pluginHost);
  const fields = section.settings.map((setting) => (
    <AdminSetting
      key={setting.key}
      id={`PluginSettings.Plugins.zoom.${setting.key.toLowerCase()}`}
      setting={setting}
      value={values[setting.key.toLowerCase()] ?? setting.default ?? ''}
      onChange={(_id, value) => onChange(setting.key, value)}
    />
  ));
  const Custom = section.custom === true ? sections.get(section.key) : undefined;
  return (
    <section className="console-section">
      {Custom === undefined ? (
        <>
          <h2>{section.title}</h2>
          {section.subtitle !== undefined && <p>{section.subtitle}</p>}
          {fields}
        </>
      ) : (
        // As in Mattermost, a section of the plugin's own draws its title itself.
        <Custom settingsList={fields} sectionTitle={section.title} sectionDescription={section.subtitle} />
      )}
    </section>
  );
}
